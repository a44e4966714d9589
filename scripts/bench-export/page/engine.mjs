// The one place that knows how to talk to the engine: a module worker that answers messages. What the bench needs of it is
// the functions of `openEngine`'s answer; what the messages look like stays in here.
import { HEADER } from './columns.mjs';
import { scopeOf } from './pages.mjs';

/** Where the worker is. */
const WORKER = '/engine.js';

/** Whether the site has an engine at all. */
export async function hasEngine() {
  const answer = await fetch(WORKER);
  await answer.arrayBuffer();
  return answer.ok && (answer.headers.get('content-type') ?? '').includes('javascript');
}

/** Posts to a worker, and gives each answer to whoever asked: answers carry the number of the question. */
function talkTo(worker) {
  const waiting = new Map();
  let last = 0;
  worker.addEventListener('message', ({ data }) => {
    const asked = waiting.get(data.id);
    if (!asked || data.progress) return;
    waiting.delete(data.id);
    if (data.error) asked.reject(new Error(JSON.stringify(data.error)));
    else asked.resolve(data);
  });
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(`the engine stopped: ${event.message}`));
    waiting.clear();
  });
  return (message, transfer = []) => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    worker.postMessage({ id: last, ...message }, transfer);
  });
}

/** What is written: the thirty columns, exact. */
const FILE = { schema: 'mca-2021-10-01', target: 'csv', mode: 'exact', columns: HEADER };

/** Starts the worker. `started` is how long it took until it could answer, in milliseconds. */
export async function openEngine() {
  const before = performance.now();
  const worker = new Worker(WORKER, { type: 'module' });
  const ask = talkTo(worker);
  await ask({ do: 'hello' });
  return {
    started: performance.now() - before,
    /** Fetch to Blob: every page of the list of `size` rows. */
    exportFromUrl: async (size) => (await ask({ do: 'export', file: FILE, source: { origin: location.origin, scope: scopeOf(size), start: '2026-10-01', end: '2026-10-31' } })).blob,
    /** Bytes in hand to Blob: `pages` (ArrayBuffers) are handed over and gone afterwards. */
    exportFromBytes: async (pages) => (await ask({ do: 'export', file: FILE, source: { pages } }, pages)).blob,
    /** Takes the rows in hand, untimed: what `groupSums` reads. */
    open: (blob) => ask({ do: 'open', blob }),
    /** Sums of `costInBillingCurrency` by `resourceGroupName` and `meterCategory`: a map of `group\ncategory` to text. */
    groupSums: async () => {
      const { groups } = await ask({ do: 'group', by: ['resourceGroupName', 'meterCategory'], sum: 'costInBillingCurrency' });
      return new Map(groups.map(([group, category, sum]) => [`${group}\n${category}`, sum]));
    },
    close: () => worker.terminate(),
  };
}
