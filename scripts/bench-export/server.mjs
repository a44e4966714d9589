// The server of the bench, a program of its own: the bench page, the built site for the worker, and pages of usage that
// stand ready in memory, all at one origin. Prints its address once the pages are made.
//
//   node scripts/bench-export/server.mjs --site dist --pages 100 [--port 0]
//
// A list of usage is asked for as the service is asked, and its length is the name of the billing profile:
// /providers/Microsoft.Billing/billingAccounts/A/billingProfiles/100000/providers/Microsoft.Consumption/usageDetails
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ROWS, pageHead } from './records.mjs';

const { values } = parseArgs({ options: { site: { type: 'string', default: 'dist' }, pages: { type: 'string', default: '100' }, port: { type: 'string', default: '0' } } });
const SITE = resolve(values.site);
const BENCH = fileURLToPath(new URL('.', import.meta.url));
const LIST = /^\/providers\/Microsoft\.Billing\/billingAccounts\/[^/]+\/billingProfiles\/([0-9]+)\/providers\/Microsoft\.Consumption\/usageDetails$/i;
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json', '.css': 'text/css' };
const CORS = {
  'access-control-allow-origin': '*', 'access-control-allow-methods': '*', 'access-control-max-age': '600',
  'access-control-allow-headers': 'authorization, accept, content-type, x-ms-client-request-id',
};
// An isolated page has the finer clock.
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-resource-policy': 'same-origin' };

const pages = Array.from({ length: Number(values.pages) }, (_, at) => pageHead(at));

/** Page `at` of a list of `length` rows: the ready bytes, then where the next page is. */
function sendPage(address, length, answer) {
  const at = Number(address.searchParams.get('$skiptoken') ?? 0);
  const last = (at + 1) * ROWS >= length;
  const link = `${address.origin}${address.pathname}?api-version=2023-11-01&$top=${ROWS}&$skiptoken=${at + 1}`;
  const tail = Buffer.from(last ? ',"nextLink":null}' : `,"nextLink":${JSON.stringify(link)}}`);
  const head = pages[at % pages.length];
  answer.writeHead(200, { ...CORS, ...ISOLATED, 'content-type': 'application/json; charset=utf-8', 'content-length': head.length + tail.length, 'cache-control': 'no-store' });
  answer.cork();
  answer.write(head);
  answer.end(tail);
  answer.uncork();
}

/** A file under `root`, or undefined. */
function fileUnder(root, path) {
  const file = resolve(root, `.${sep}${decodeURIComponent(path)}`);
  return file.startsWith(resolve(root) + sep) && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function sendFile(path, answer) {
  const file = path.startsWith('/bench/') ? fileUnder(BENCH, path.slice('/bench/'.length)) : fileUnder(SITE, path.slice(1));
  if (!file) return answer.writeHead(404, { 'content-type': 'text/plain', ...ISOLATED }).end('Not found\n');
  answer.writeHead(200, { ...ISOLATED, 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' });
  return createReadStream(file).pipe(answer);
}

const server = createServer({ keepAliveTimeout: 60_000 }, (question, answer) => {
  if (question.method === 'OPTIONS') return answer.writeHead(204, CORS).end();
  const address = new URL(question.url, `http://${question.headers.host}`);
  const list = LIST.exec(address.pathname);
  return list ? sendPage(address, Number(list[1]), answer) : sendFile(address.pathname, answer);
});
server.listen(Number(values.port), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
// Whoever started it holds the other end of its input: when that ends, so does the server.
process.stdin.on('end', () => process.exit(0)).resume();
