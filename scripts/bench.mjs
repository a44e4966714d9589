// What a person waits for, measured in the built site in headless Chromium; prints a Markdown table of medians.
//
//   node scripts/bench.mjs [--from target/site] [--runs 5]
//
// The usage file is measured twice. From the sandbox in the page, whose making of JSON a person of a real API does not
// wait for; and over HTTP from a server that has every page ready. The time that the page's main thread is at work in the
// second case is the site's own computing: decode, write, read back, hand over.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request as ask } from 'node:http';
import { createRequire } from 'node:module';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { finishSite } from './finish-site.mjs';
import { serveSite } from './static-server.mjs';

const { chromium } = createRequire(new URL('../tests/e2e/', import.meta.url))('playwright-core');
const { values } = parseArgs({ options: { from: { type: 'string', default: 'target/site' }, runs: { type: 'string', default: '5' } } });
const RUNS = Number(values.runs);
const NOW = '2026-11-21T10:00:00Z';
const TOKEN = 'sandbox.a0000000-0000-4000-8000-000000000001';
const ACCOUNT = 'accounts/5d0e0f3a-41c7-4f0b-8b9c-2f6f7c1d9a10%3A7b6c1f44-90de-4c3a-a1d8-3e5b9f2a6c01_2019-05-31';
const PROFILE = `${ACCOUNT}/profiles/R4ZK-W8PT-BG7-QLD`;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const listening = (server) => new Promise((done) => server.listen(0, '127.0.0.1', () => done(server.address().port)));

/** The sandbox as a program behind a server that keeps every answer to a GET, with CORS for any site. */
async function readyAnswers() {
  const program = spawn('target/debug/examples/sandbox-server', ['--port', '0', '--now', NOW], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  const { port } = new URL((await lines.next()).value);
  const kept = new Map();
  const cors = {
    'access-control-allow-origin': '*', 'access-control-allow-methods': '*', 'access-control-max-age': '600',
    'access-control-allow-headers': 'authorization, accept, content-type, x-ms-client-request-id',
  };
  const server = createServer((question, answer) => {
    const send = ({ status, type, body }) => answer.writeHead(status, { ...cors, 'content-type': type }).end(body);
    if (question.method === 'OPTIONS') return answer.writeHead(204, cors).end();
    if (kept.has(question.url)) return send(kept.get(question.url));
    const { host, authorization = '' } = question.headers;
    return question.pipe(ask({ host: '127.0.0.1', port, path: question.url, method: question.method, headers: { host, authorization, 'content-type': 'application/json' } }, (from) => {
      const parts = [];
      from.on('data', (part) => parts.push(part)).on('end', () => {
        const whole = { status: from.statusCode, type: from.headers['content-type'] ?? 'application/json', body: Buffer.concat(parts) };
        if (question.method === 'GET') kept.set(question.url, whole);
        send(whole);
      });
    }));
  });
  return { origin: `http://127.0.0.1:${await listening(server)}`, close: () => { server.close(); program.kill(); } };
}

// In the page before anything else: the month of the bench, and when what is waited for is there.
function observe({ now, source }) {
  const Real = Date;
  const ahead = Real.parse(now) - Real.now();
  globalThis.Date = class extends Real {
    constructor(...parts) { parts.length > 0 ? super(...parts) : super(Real.now() + ahead); }
    static now() { return Real.now() + ahead; }
  };
  if (source) localStorage.setItem('factuur.source', source);
  const seen = {};
  globalThis.bench = seen;
  addEventListener('click', (event) => { if (event.isTrusted) seen.clicked = performance.now(); }, true);
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (this.download) seen.file = performance.now();
    return click.call(this);
  };
  new MutationObserver(() => {
    if (!seen.rows && document.querySelector('tbody a[href*="/invoices/"]')) seen.rows = performance.now();
  }).observe(document, { childList: true, subtree: true });
}

const answers = await readyAnswers();
const folder = await mkdtemp(join(tmpdir(), 'factuur-bench-'));
const config = join(folder, 'config.json');
await writeFile(config, JSON.stringify({ default: 'sandbox', origins: [{ name: 'Ready answers', url: answers.origin, sandbox: true }] }));
await finishSite({ from: values.from, to: join(folder, 'dist'), config });
const server = await serveSite({ dist: join(folder, 'dist') });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });

/** Milliseconds of a CPU profile in wasm, and at work anywhere on the page's main thread. */
function shares({ nodes, samples, timeDeltas }) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const sum = (wanted) => samples.reduce((total, id, at) => total + (wanted(frames.get(id)) ? timeDeltas[at] / 1000 : 0), 0);
  return { wasm: sum(({ url }) => /\.wasm$|^wasm:/.test(url)), all: sum(({ functionName }) => functionName !== '(idle)') };
}

/** A fresh person at `path`: does `act`, and gives back what it gives. */
async function visit(path, act, source) {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  await page.addInitScript(observe, { now: NOW, source });
  const debug = await context.newCDPSession(page);
  await debug.send('Profiler.enable');
  await debug.send('Profiler.setSamplingInterval', { interval: 1000 });
  await page.goto(server.address + path);
  const outcome = await act(page, debug);
  await context.close();
  return outcome;
}

const rowsOf = (page) => page.waitForFunction(() => globalThis.bench.rows).then(() => page.evaluate(() => globalThis.bench));
const cold = () => visit(`${ACCOUNT}/invoices`, async (page) => (await rowsOf(page)).rows);
const fromMenu = () => visit(ACCOUNT, async (page) => {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => delete globalThis.bench.rows);
  await page.getByRole('navigation').getByRole('link', { name: 'Invoices', exact: true }).first().click();
  const seen = await rowsOf(page);
  return seen.rows - seen.clicked;
});
const usage = (source) => visit(`${PROFILE}/invoices?pane=usage&month=2026-10`, async (page, debug) => {
  if (source) {
    await page.getByLabel('Access token').fill(TOKEN);
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  const button = page.getByRole('dialog').getByRole('button', { name: 'Download' });
  await button.waitFor();
  await page.waitForTimeout(1000);
  await debug.send('Profiler.start');
  await button.click({ noWaitAfter: true });
  await page.waitForFunction(() => globalThis.bench.file, undefined, { timeout: 300_000, polling: 200 });
  const { profile } = await debug.send('Profiler.stop');
  const seen = await page.evaluate(() => globalThis.bench);
  const text = await page.getByText(/rows, /).last().innerText();
  return { wall: seen.file - seen.clicked, text, ...shares(profile) };
}, source);

const MOSP = 'accounts/0f7a2c1e-8b35-4e9d-a6c4-51d2e3f4a5b6';

/** Every invoice of an account in one zip file: from click to file, and how many there are. */
const archive = (account) => visit(`${account}/invoices`, async (page, debug) => {
  await rowsOf(page);
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  await page.getByRole('button', { name: 'Download invoices' }).click();
  const pane = page.getByRole('dialog');
  await pane.getByRole('button', { name: 'Download' }).waitFor();
  await debug.send('Profiler.start');
  await pane.getByRole('button', { name: 'Download' }).click({ noWaitAfter: true });
  await page.waitForFunction(() => globalThis.bench.file, undefined, { timeout: 300_000, polling: 50 });
  const { profile } = await debug.send('Profiler.stop');
  const seen = await page.evaluate(() => globalThis.bench);
  const count = Number(/[0-9]+/.exec(await pane.getByText(/^[0-9]+ invoices$/).innerText())[0]);
  return { count, wall: seen.file - seen.clicked, ...shares(profile) };
});

const times = async (measure) => {
  await measure(); // the first fills caches: of the sandbox's answers, of compiled code
  const list = [];
  for (let run = 0; run < RUNS; run += 1) list.push(await measure());
  return list;
};

try {
  const rows = [];
  const add = (what, list) => rows.push([what, `${Math.round(median(list))} ms`]);
  add('invoices of 24 months, cold: navigation to rows', await times(cold));
  add('invoices of 24 months, from the menu: click to rows', await times(fromMenu));
  const embedded = await times(() => usage());
  const http = await times(() => usage(answers.origin));
  const file = http[0].text;
  add(`usage file (${file}), sandbox in the page: click to file`, embedded.map(({ wall }) => wall));
  add('the same over HTTP, answers ready: click to file', http.map(({ wall }) => wall));
  add('of which the page computes: the engine is in a worker of its own', http.map(({ wasm }) => wasm));
  add('of which the page at work at all, receiving included', http.map(({ all }) => all));
  for (const [what, account] of [['billing profiles', ACCOUNT], ['pay-as-you-go subscriptions', MOSP]]) {
    const made = await times(() => archive(account));
    const each = made.map(({ wall, count }) => wall / count);
    rows.push([`PDF of an invoice of ${what}, the sandbox's answers included: each of ${made[0].count}`, `${median(each).toFixed(1)} ms`]);
  }
  console.log(`${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB; Chromium ${browser.version()}, headless; ${new Date().toISOString().slice(0, 10)}; median of ${RUNS}\n`);
  console.log('| what a person waits for | time |\n| --- | ---: |');
  for (const [what, time] of rows) console.log(`| ${what} | ${time} |`);
} finally {
  await browser.close();
  await server.close();
  answers.close();
  await rm(folder, { recursive: true });
}
