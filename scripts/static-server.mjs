// Serves a finished site (dist/) as a careful host would: the headers of its `_headers`, compressed twins, and either a
// rewrite of unknown paths to index.html or, as hosts without rewrites do, 404.html with status 404.
//
//   node scripts/static-server.mjs [--dist dist] [--port 8080] [--fallback index|404] [--refinish target/dev-site]
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync, watch } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { finishSite } from './finish-site.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** `_headers`: a line with a path, then indented lines with a header each. */
export function readHeaders(text) {
  const rules = [];
  for (const line of text.split('\n')) {
    if (!line.trim()) continue;
    const header = /^\s+([^:]+):\s*(.*)$/.exec(line);
    if (header) rules.at(-1)?.headers.push([header[1], header[2]]);
    else rules.push({ path: new RegExp(`^${line.trim().split('*').map(escaped).join('.*')}$`), headers: [] });
  }
  return rules;
}

const escaped = (literal) => literal.replace(/[\\^$.|?+()[\]{}]/g, '\\$&');

/** Where the site was built to be mounted: the folder of boot.js. */
function baseOf(dist) {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  return /<script[^>]*\ssrc="([^"]*)boot\.js"/.exec(page)?.[1] ?? '/';
}

/** The file a path names, or undefined: never outside `root`, never a hidden file or a file for the host. */
function fileAt(root, path) {
  let plain;
  try {
    plain = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (/[\0\\]/.test(plain) || plain.split('/').some((part) => part.startsWith('.') || part === '_headers')) return undefined;
  const file = resolve(root, `.${sep}${plain}`);
  if (!file.startsWith(root + sep) || !existsSync(file) || !statSync(file).isFile()) return undefined;
  return file;
}

function encodingFor(file, accepted) {
  if (accepted.includes('br') && existsSync(`${file}.br`)) return ['br', `${file}.br`];
  if (accepted.includes('gzip') && existsSync(`${file}.gz`)) return ['gzip', `${file}.gz`];
  return [undefined, file];
}

/**
 * Serves `dist`. Port 0 takes a free one. Resolves to the address of the site's root (with its sub-path) and a close
 * function.
 */
export async function serveSite({ dist = 'dist', port = 0, host = '127.0.0.1', fallback = 'index' } = {}) {
  const root = resolve(dist);
  if (!existsSync(join(root, '_headers'))) throw new Error(`${dist} holds no finished site: run scripts/build first`);
  const base = baseOf(root);

  const server = createServer((request, response) => {
    // A path may begin with two slashes, which a URL would take for a host.
    const path = URL.canParse(`http://site${request.url}`) ? new URL(`http://site${request.url}`).pathname : '/';
    for (const rule of readHeaders(readFileSync(join(root, '_headers'), 'utf8'))) {
      if (rule.path.test(path)) for (const [name, value] of rule.headers) response.setHeader(name, value);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    if (!path.startsWith(base)) {
      if (`${path}/` === base) return response.writeHead(308, { Location: base }).end();
      return response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    }
    const inside = path.slice(base.length);
    let status = 200;
    let file = fileAt(root, inside === '' ? 'index.html' : inside);
    if (!file) {
      // A file that is missing is missing; any other path is a page of the app, which reads its own address.
      const missing = Object.hasOwn(TYPES, extname(path)) || fallback === '404';
      status = missing ? 404 : 200;
      file = join(root, missing ? '404.html' : 'index.html');
    }
    const [encoding, body] = encodingFor(file, String(request.headers['accept-encoding'] ?? ''));
    const bytes = readFileSync(body);
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('ETag', tag);
    if (encoding) response.setHeader('Content-Encoding', encoding);
    if (status === 200 && request.headers['if-none-match'] === tag) return response.writeHead(304).end();
    response.setHeader('Content-Length', bytes.length);
    response.writeHead(status).end(request.method === 'HEAD' ? undefined : bytes);
  });
  await new Promise((done, failed) => server.once('error', failed).listen(port, host, done));
  const address = `http://${host}:${server.address().port}${base}`;
  const close = () => new Promise((done) => {
    server.closeAllConnections();
    server.close(done);
  });
  return { address, close };
}

/** Finishes `from` into `to` again after each build that a watcher leaves there. */
function refinish(from, to) {
  let timer;
  const again = () => finishSite({ from, to, compressed: false }).then(
    () => console.log('The site is new: reload the page.'),
    (error) => console.error(`error: ${error.message}`),
  );
  watch(from, () => {
    clearTimeout(timer);
    timer = setTimeout(again, 300);
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      dist: { type: 'string', default: 'dist' },
      port: { type: 'string', default: '8080' },
      fallback: { type: 'string', default: 'index' },
      refinish: { type: 'string' },
    },
  });
  try {
    const { address } = await serveSite({ dist: values.dist, port: Number(values.port), fallback: values.fallback });
    console.log(`Factuur is at ${address}  (Ctrl+C stops it)`);
    if (values.refinish) refinish(values.refinish, values.dist);
  } catch (error) {
    const taken = error.code === 'EADDRINUSE' ? `port ${values.port} is taken: choose another with --port` : error.message;
    console.error(`error: ${taken}`);
    process.exit(1);
  }
}
