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

/** The highest VmHWM (peak resident size, MiB) of this program's descendants whose kind is `type`. Linux only. */
async function peak(type) {
  const parents = new Map();
  for (const name of (await readdir('/proc')).filter((entry) => /^[0-9]+$/.test(entry))) {
    const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
    const parent = /^PPid:\s+([0-9]+)/m.exec(status)?.[1];
    const high = /^VmHWM:\s+([0-9]+) kB/m.exec(status)?.[1];
    const line = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    if (parent) parents.set(name, { parent, high: Number(high ?? 0), line });
  }
  const mine = (name) => name === String(process.pid) || (parents.has(name) && mine(parents.get(name).parent));
  const kind = (line) => /--type=([a-z-]+)/.exec(line)?.[1] ?? 'browser';
  const highs = [...parents].filter(([name, { line }]) => mine(name) && /chrom/i.test(line) && kind(line) === type).map(([, { high }]) => high);
  return Math.max(0, ...highs) / 1024;
}

/**
 * A fresh browser on the bench page at `address`. `call(name, ...args)` runs a function of the page; `memory()` gives the
 * peaks of the renderer and of the browser process, in MiB.
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
  return {
    version: browser.version(),
    call: (name, ...args) => page.evaluate(([func, given]) => globalThis.bench[func](...given), [name, args]),
    memory: async () => ({ renderer: await peak('renderer'), browser: await peak('browser') }),
    close: () => browser.close(),
  };
}
