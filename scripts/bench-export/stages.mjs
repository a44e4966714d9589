// The stages of the bench: each opens browsers of its own and gives back plain figures.
import { openBench } from './browser.mjs';

export const ENGINE = 'Factuur';
export const FETCH = 'bare fetch';

/** The middle of a list; of two middles the lower one's half way to the upper. */
export function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Runs `act` in a fresh browser. */
async function inBrowser(address, act) {
  const bench = await openBench(address);
  try {
    return await act(bench);
  } finally {
    await bench.close();
  }
}

const told = (error) => String(error.message ?? error).split('\n')[0].replace(/^page\.evaluate: /, '');

/** Everyone in turn, `rounds` times after `warm` rounds that do not count; who begins moves on by one each round. */
async function inTurns(names, rounds, warm, one) {
  const lists = new Map(names.map((name) => [name, []]));
  const errors = new Map();
  for (let round = -warm; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(turn + round + warm) % names.length];
      if (errors.has(name)) continue;
      try {
        const figure = await one(name);
        if (round >= 0) lists.get(name).push(figure);
      } catch (error) {
        errors.set(name, told(error));
      }
    }
  }
  return { lists, errors };
}

const spread = (list) => ({ median: median(list), min: Math.min(...list), max: Math.max(...list) });

/**
 * Stage b or c at `size`: milliseconds of every peer, and how long the renderer was at work (all threads).
 * At a million rows one pass, without a warm-up.
 */
export function timed(address, { stage, size, peers, rounds, say }) {
  return inBrowser(address, async ({ call, work }) => {
    const once = size >= 1_000_000;
    if (stage === 'b') await call('takeInHand', size);
    const { lists, errors } = await inTurns(peers, once ? 1 : rounds, once ? 0 : 1, async (peer) => {
      await call('prepare', stage, peer, size);
      const before = await work();
      const figure = await call('run', stage, peer, size);
      const worked = (await work()) - before;
      say(`stage ${stage}, ${size}: ${peer} ${Math.round(figure.ms)} ms, at work ${worked} ms`);
      return { ...figure, worked };
    });
    const rows = peers.map((peer) => {
      const list = lists.get(peer);
      if (errors.has(peer) || list.length === 0) return { peer, error: errors.get(peer) };
      return { peer, ...spread(list.map(({ ms }) => ms)), settled: median(list.map(({ settled }) => settled)), worked: median(list.map(({ worked }) => worked)), bytes: list[0].size };
    });
    return { stage, size, rounds: once ? 1 : rounds, rows, engineStart: await call('started') };
  });
}

/** Peak memory (MiB over the bare page) of a cold pass of stage c, a fresh browser for each `[peer, size]`. */
export async function memory(address, passes, say) {
  const bare = await inBrowser(address, (bench) => bench.memory());
  const rows = [];
  for (const [peer, size] of passes) {
    rows.push(await inBrowser(address, async (bench) => {
      try {
        await bench.call('prepare', 'c', peer, size);
        const { size: bytes } = await bench.call('run', 'c', peer, size);
        const high = await bench.memory();
        return { peer, size, renderer: high.renderer, over: high.renderer - bare.renderer, browserOver: high.browser - bare.browser, bytes };
      } catch (error) {
        return { peer, size, error: told(error) };
      }
    }));
    say(`memory, ${size}: ${peer} ${Math.round(rows.at(-1).over)} MiB over the bare page`);
  }
  return { bare, rows };
}

/** Sums by group over `size` rows in hand, and how many groups are not exact. */
export function sums(address, { size, ways, rounds, say }) {
  return inBrowser(address, async ({ call }) => {
    await call('takeInHand', size);
    const { lists, errors } = await inTurns(ways, rounds, 1, (way) => call('sum', way));
    const rows = ways.map((way) => {
      const list = lists.get(way);
      if (errors.has(way)) return { way, error: errors.get(way) };
      say(`sums, ${size}: ${way} ${median(list.map(({ ms }) => ms)).toFixed(1)} ms`);
      return { way, ...spread(list.map(({ ms }) => ms)), groups: list[0].groups, wrong: Math.max(...list.map(({ wrong }) => wrong)) };
    });
    return { size, rounds, rows };
  });
}

/** Reads everyone's file back against the source; `passes` are `[peer, size]`. */
export async function checks(address, passes, say) {
  return inBrowser(address, async ({ call }) => {
    const rows = [];
    for (const [peer, size] of passes) {
      const found = await call('checked', peer, size).catch((error) => ({ error: told(error) }));
      rows.push({ peer, size, ...found });
      say(`check, ${size}: ${peer} ${found.error ?? `${found.cells} cells and the digits of ${found.digits} numbers differ`}`);
    }
    return rows;
  });
}

/** What there is to measure: the names of the peers and of the ways to sum, whether there is an engine, the browser's version. */
export const roster = (address) => inBrowser(address, async ({ call, version }) => ({ ...(await call('roster')), chromium: version }));
