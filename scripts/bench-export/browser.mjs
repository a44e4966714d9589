// Chromium with the bench page in it, and how much memory its processes took.
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';

const { chromium } = createRequire(new URL('../../tests/e2e/', import.meta.url))('playwright-core');
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--js-flags=--expose-gc',
  // One renderer: no spare one that waits for a next page.
  '--disable-features=SpareRendererForSitePerProcess',
];

const file = (path) => readFile(path, 'utf8').catch(() => '');
const kindOf = (line) => /--type=([a-z-]+)/.exec(line)?.[1] ?? 'browser';

/** The Chromium processes of kind `type` that this program started, by number. Linux only: elsewhere none. */
async function processes(type) {
  const all = new Map();
  for (const name of (await readdir('/proc').catch(() => [])).filter((entry) => /^[0-9]+$/.test(entry))) {
    const parent = /^PPid:\s+([0-9]+)/m.exec(await file(`/proc/${name}/status`))?.[1];
    if (parent) all.set(name, parent);
  }
  const mine = (name) => name === String(process.pid) || (all.has(name) && mine(all.get(name)));
  const found = [];
  for (const name of [...all.keys()].filter(mine)) {
    const line = await file(`/proc/${name}/cmdline`);
    if (/chrom/i.test(line) && kindOf(line) === type) found.push(name);
  }
  return found;
}

/** The highest VmHWM (peak resident size, MiB) among processes. */
async function peak(names) {
  const highs = await Promise.all(names.map(async (name) => Number(/^VmHWM:\s+([0-9]+) kB/m.exec(await file(`/proc/${name}/status`))?.[1] ?? 0)));
  return Math.max(0, ...highs) / 1024;
}

/** Milliseconds that processes were at work so far, all their threads together, to 10 ms. */
async function atWork(names) {
  const ticks = await Promise.all(names.map(async (name) => {
    // The name in brackets may hold blanks; user and system time are the 14th and 15th field.
    const fields = (await file(`/proc/${name}/stat`)).split(') ').at(-1).split(' ');
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  }));
  return ticks.reduce((sum, tick) => sum + tick, 0) * 10;
}

/**
 * A fresh browser on the bench page at `address`. `call(name, ...args)` runs a function of the page; `memory()` gives the
 * peaks of the renderer and of the browser process, in MiB; `work()` the milliseconds that the renderer was at work.
 */
export async function openBench(address) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  const page = await browser.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('crash', () => problems.push('the page ran out of memory'));
  await page.goto(`${address}/bench/page/index.html`);
  await page.waitForFunction(() => globalThis.bench).catch((error) => {
    throw new Error(`the bench page did not start: ${problems.join('; ') || error.message}`);
  });
  const renderers = await processes('renderer');
  return {
    version: browser.version(),
    call: (name, ...args) => page.evaluate(([func, given]) => globalThis.bench[func](...given), [name, args]),
    memory: async () => ({ renderer: await peak(await processes('renderer')), browser: await peak(await processes('browser')) }),
    work: () => atWork(renderers),
    close: () => browser.close(),
  };
}
