// The explorer over a file of a million rows, in headless Chromium: how long it takes to open, to answer a search and
// a sort, and how many frames scrolling drops. Prints one table in Markdown. Asserts nothing. Build first.
//
//   node scripts/bench-grid.mjs [--rows 1000000] [--rounds 5] [--site dist]
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveSite } from './static-server.mjs';

const root = (path) => resolve(fileURLToPath(new URL('..', import.meta.url)), path);
const { chromium } = createRequire(root('tests/e2e/package.json'))('playwright-core');
const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '5' }, site: { type: 'string', default: 'dist' } },
});
const [rows, rounds] = [Number(values.rows), Number(values.rounds)];

const HEADER = 'UsageDateTime,SubscriptionGuid,ResourceGroup,ResourceLocation,MeterCategory,MeterSubCategory,MeterName,MeterId,MeterRegion,UnitOfMeasure,UsageQuantity,ResourceRate,PreTaxCost,Currency,ConsumedService,ResourceType,InstanceId,Tags,OfferId,AdditionalInfo,ServiceInfo1,ServiceInfo2,ServiceName,ServiceTier';
const CATEGORIES = ['Storage', 'Virtual Machines', 'Bandwidth', 'SQL Database', 'Key Vault', 'Azure Monitor'];

/** A row of pay-as-you-go usage; every cost and nearly every resource is another. */
function line(row) {
  const day = `2026-03-${String(1 + (row % 28)).padStart(2, '0')}`;
  const group = `group-${row % 97}`;
  const cost = ((row * 7919) % 1_000_003) / 1e6;
  return [day, '00000000-1111-2222-3333-444444444444', group, 'westeurope', CATEGORIES[row % 6], 'General', `Meter ${row % 211}`, `m-${row % 211}`, 'EU West', '1 Hour', '1', cost, cost, row % 4 ? 'EUR' : 'USD', 'Microsoft.Compute', 'vm', `/subscriptions/0/${group}/resource-${row % 50_021}`, '', 'MS-AZR-0003P', '', '', '', 'Service', 'Standard'].join(',');
}

const folder = await mkdtemp(join(tmpdir(), 'factuur-grid-'));
const server = await serveSite({ dist: root(values.site), fallback: 'index' });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];

try {
  const file = createWriteStream(join(folder, 'usage.csv'));
  file.write(`${HEADER}\r\n`);
  for (let row = 0; row < rows; row += 1000) {
    const text = Array.from({ length: Math.min(1000, rows - row) }, (_, at) => `${line(row + at)}\r\n`).join('');
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');

  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  await page.goto(`${server.address}explore`);
  await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
  let began = performance.now();
  await page.locator('input[type=file]').first().setInputFiles(join(folder, 'usage.csv'));
  await page.locator('.fx-virtual').waitFor({ timeout: 300_000 });
  const found = [['open the file', performance.now() - began]];

  /** Median time from a change to the new count and the first row, as seen in the page. */
  const timed = (name, changes) => page.evaluate(async ({ changes, rounds }) => {
    const times = [];
    for (let round = 0; round < rounds * changes.length; round += 1) {
      const [query] = changes.slice(round % changes.length);
      const before = document.querySelector('.filters__count').textContent + document.querySelector('.fx-virtual__rows')?.textContent;
      const started = performance.now();
      const input = document.querySelector('.filters input');
      input.value = query;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      const seen = () => document.querySelector('.filters__count').textContent + document.querySelector('.fx-virtual__rows')?.textContent;
      while (seen() === before || /…/.test(seen())) await new Promise(requestAnimationFrame);
      times.push(performance.now() - started);
    }
    return times;
  }, { changes, rounds }).then((times) => found.push([name, median(times)]));
  await timed('search all columns', ['resource-777', 'key vault']);
  await timed('no search again', ['', 'storage']);
  await page.locator('.filters input').first().fill('');

  const frames = await page.evaluate(async () => {
    const grid = document.querySelector('.fx-virtual');
    const deltas = [];
    let last = await new Promise(requestAnimationFrame);
    for (const step of [40, 120, 400]) {
      for (let frame = 0; frame < 120; frame += 1) {
        grid.scrollTop += step;
        const now = await new Promise(requestAnimationFrame);
        deltas.push(now - last);
        last = now;
      }
    }
    const dropped = deltas.reduce((sum, delta) => sum + Math.max(0, Math.round(delta / (1000 / 60)) - 1), 0);
    return { frames: deltas.length + dropped, dropped };
  });
  began = performance.now();
  await page.locator('.fx-virtual__sort', { hasText: 'ResourceGroup' }).click();
  await page.locator('.fx-virtual [aria-sort]').first().waitFor();
  await page.waitForFunction(() => !/…/.test(document.querySelector('.fx-virtual__rows').textContent));
  found.push(['sort by resource group', performance.now() - began]);

  console.log(`| ${rows.toLocaleString('en-US')} rows | ms |\n| --- | ---: |`);
  for (const [name, time] of found) console.log(`| ${name} | ${time.toFixed(0)} |`);
  console.log(`| frames dropped while scrolling | ${frames.dropped} of ${frames.frames} |`);
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
