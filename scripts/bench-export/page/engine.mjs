// The one place that knows how to talk to the engine and the explorer: module workers that take and give `[JSON, something
// beside it]` (src/engine/protocol, src/explorer/protocol). What the bench needs is the functions of `openEngine`'s answer.
import { scopeOf } from './pages.mjs';

const ENGINE = 'factuur-engine';
const EXPLORER = 'factuur-explorer';
/** Places of the thirty columns among the 65 of the schema. */
const PLACES = [0, 2, 4, 5, 7, 10, 11, 12, 15, 16, 19, 20, 21, 22, 23, 24, 26, 27, 28, 32, 33, 34, 36, 37, 38, 40, 42, 44, 49, 53];

/** Whether the site has an engine at all. */
export async function hasEngine() {
  const answer = await fetch(`/${ENGINE}.js`);
  await answer.arrayBuffer();
  return answer.ok && (answer.headers.get('content-type') ?? '').includes('javascript');
}

/** The order of the file everyone writes, of the list of `size` rows. */
function orderOf(size, { inPage }) {
  return {
    origin: location.origin,
    inPage,
    scope: scopeOf(size),
    from: '2026-10-01',
    until: '2026-10-31',
    schema: 'cost-details-2021-10-01',
    columns: PLACES,
    target: 'csv',
    exact: true,
  };
}

/** The hash that a finished site tells of a program's wasm; a compilation that is not finished has none, nor any check. */
async function hashOfWasm(program) {
  const page = await (await fetch('/index.html')).text();
  return new RegExp(`<meta name="factuur-worker" content="${program}"[^>]*\\sdata-wasm="([^"]*)"`).exec(page)?.[1] ?? '';
}

/** Starts the worker as the site's boot.js does: it hears its first message, the hash, and says when it is ready. */
async function startWorker(program) {
  const hash = await hashOfWasm(program);
  const before = performance.now();
  const worker = new Worker(`/${program}.js`, { type: 'module' });
  await new Promise((done, fail) => {
    worker.onmessage = ({ data: [word, why] }) => (word === 'ready' ? done() : fail(new Error(`${program} does not start: ${why}`)));
    worker.onerror = ({ message }) => fail(new Error(`${program} does not start: ${message}`));
    worker.postMessage(hash);
  });
  worker.onmessage = null;
  return { worker, started: performance.now() - before };
}

/** Asks jobs of a worker. `answers(url)` gives the bytes of a page when the worker asks the page for it. */
function talkTo(worker) {
  const jobs = new Map();
  let last = 0;
  const say = (ask, beside, transfer = []) => worker.postMessage([JSON.stringify(ask), beside], transfer);
  worker.addEventListener('message', ({ data: [json, beside] }) => {
    const told = JSON.parse(json);
    const { says: kind, job: number } = told;
    if (kind === 'request') {
      const bytes = [...jobs.values()].find(({ answers }) => answers)?.answers(told.url);
      if (bytes) say({ says: 'answer', job: number, status: 200, headers: [['content-type', 'application/json']] }, bytes, [bytes]);
      else say({ says: 'noAnswer', job: number, network: 'not in hand' });
      return;
    }
    const job = jobs.get(number);
    if (!job || kind === 'progress') return;
    jobs.delete(number);
    if (kind === 'failed') job.reject(new Error(`the engine says ${json}`));
    else job.resolve({ told, beside });
  });
  worker.addEventListener('error', (event) => {
    for (const { reject } of jobs.values()) reject(new Error(`the engine stopped: ${event.message}`));
    jobs.clear();
  });
  return (kind, ask, answers) => new Promise((resolve, reject) => {
    last += 1;
    jobs.set(last, { resolve, reject, answers });
    say({ says: kind, job: last, ...ask });
  });
}

/** Asks the explorer, which answers once it is through. */
function askOf(worker) {
  const open = new Map();
  let last = 0;
  worker.addEventListener('message', ({ data: [json] }) => {
    const told = JSON.parse(json);
    if (['progress', 'recognised'].includes(told.says)) return;
    const { resolve, reject } = open.get(told.id);
    open.delete(told.id);
    if (told.says === 'failed') reject(new Error(`the explorer says ${json}`));
    else resolve(told);
  });
  return (asks, what, beside) => new Promise((resolve, reject) => {
    last += 1;
    open.set(last, { resolve, reject });
    worker.postMessage([JSON.stringify({ id: last, asks, ...what }), beside]);
  });
}

/** Takes a CSV in hand, untimed; the answer gives sums of its cost by resource group and meter category. */
async function openExplorer(blob) {
  const { worker } = await startWorker(EXPLORER);
  const ask = askOf(worker);
  const { tables, main } = await ask('open', { isLenient: false }, blob);
  const { columns } = tables[main];
  const place = (name) => columns.findIndex(({ header }) => header === name);
  const group = ['resourceGroupName', 'meterCategory'].map(place);
  const measure = place('costInBillingCurrency');
  return async () => {
    const { groups: count } = await ask('look', { table: main, filters: [], sort: [], group, measure });
    const { groups } = await ask('groups', { from: 0, count });
    return new Map(groups.map(({ values, sums: [[, sum]] }) => [values.join('\n'), sum]));
  };
}

/**
 * Starts the worker. `started` is how long it took until it was ready, in milliseconds.
 *
 * `open(blob)` has the explorer take a CSV of those columns in hand, untimed, and `groupSums()` then gives a Map of
 * `resourceGroupName\nmeterCategory` to the sum of `costInBillingCurrency` as decimal text.
 */
export async function openEngine() {
  const { worker, started } = await startWorker(ENGINE);
  let sums;
  const ask = talkTo(worker);
  return {
    started,
    /** Fetch to Blob: every page of the list of `size` rows. */
    exportFromUrl: async (size) => (await ask('export', { order: orderOf(size, { inPage: false }) })).beside,
    /** Bytes in hand to Blob: `pages` (ArrayBuffers, in order) are handed over when asked for, and gone afterwards. */
    exportFromBytes: async (pages, size) => {
      const answers = (url) => pages[Number(new URL(url).searchParams.get('$skiptoken') ?? 0)];
      return (await ask('export', { order: orderOf(size, { inPage: true }) }, answers)).beside;
    },
    open: async (blob) => {
      sums = await openExplorer(blob);
    },
    groupSums: () => sums(),
    close: () => worker.terminate(),
  };
}
