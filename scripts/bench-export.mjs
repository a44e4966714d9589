// The export engine beside JavaScript's ways to write the same CSV, in headless Chromium, in one run, taking turns. Prints
// one table in Markdown, and leaves it in target/bench/export.md and its figures in target/bench/export.json.
//
//   node scripts/bench-export.mjs [--sizes 10k,100k,1m] [--rounds 5] [--site dist] [--check] [--stages c,b,memory,sums,check]
//     [--only 'Factuur,hand loop']
//
// Stage c is from fetch to Blob, stage b from records in hand to Blob. --only leaves out who is not named; without everyone
// there is no whole table, so it is printed and not kept.
//
// --check reads the files of the smallest size back, measures nothing, and ends with 1 unless the engine's is equal to its
// source digit for digit, with 3 when the site has no engine.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10k,100k,1m' },
    rounds: { type: 'string', default: '5' },
    stages: { type: 'string', default: 'c,b,memory,sums,check' },
    site: { type: 'string' },
    only: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});
const root = (path) => resolve(fileURLToPath(new URL('..', import.meta.url)), path);
if (!existsSync(root('scripts/bench-export/node_modules'))) {
  console.error('error: the libraries to compare with are not installed: run scripts/setup');
  process.exit(2);
}
const { ENGINE, FETCH, checks, memory, roster, sums, timed } = await import('./bench-export/stages.mjs');
const { DISTINCT, ROWS } = await import('./bench-export/records.mjs');
const { markdown } = await import('./bench-export/table.mjs');

const say = (words) => console.error(`  ${words}`);

/** `10k` as 10000, `1m` as 1000000. */
function sizeOf(text) {
  const [, number, unit] = /^([0-9]+)(k|m|)$/i.exec(text.trim()) ?? [];
  const size = Number(number) * ({ k: 1_000, m: 1_000_000 }[unit?.toLowerCase()] ?? 1);
  if (!(size >= ROWS && size % ROWS === 0)) throw new Error(`no size: ${text} (thousands, such as 10k or 1m)`);
  return size;
}

/** The finished site when it has an engine, else the last compilation. */
const site = values.site ?? ['dist', 'target/site'].find((folder) => existsSync(root(`${folder}/factuur-engine.js`))) ?? 'dist';
const sizes = values.sizes.split(',').map(sizeOf).toSorted((a, b) => a - b);
const stages = values.check ? ['check'] : values.stages.split(',');
const only = values.only?.split(',').map((name) => name.trim());
const among = (names) => (only ? names.filter((name) => only.includes(name)) : names);
const smallest = sizes[0];

/** Starts the server, a program of its own, with the pages that `largest` rows need. */
async function startServer(largest) {
  const pages = Math.min(DISTINCT, largest / ROWS);
  const program = spawn(process.execPath, [root('scripts/bench-export/server.mjs'), '--site', root(site), '--pages', String(pages)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { value } = await createInterface({ input: program.stdout })[Symbol.asyncIterator]().next();
  if (!value) throw new Error('the server did not start');
  return { address: value, close: () => program.kill() };
}

/** Exact versions of the libraries, as installed. */
async function libraryVersions() {
  const { dependencies } = JSON.parse(await readFile(root('scripts/bench-export/package.json'), 'utf8'));
  const read = async (name) => [name, JSON.parse(await readFile(root(`scripts/bench-export/node_modules/${name}/package.json`), 'utf8')).version];
  return Object.fromEntries(await Promise.all(Object.keys(dependencies).map(read)));
}

/** Everything that was asked for, in order. */
async function measure(address, found) {
  const ours = among(found.engine ? [ENGINE] : []);
  const peers = among(found.peers);
  const limit = among([FETCH]);
  const rounds = Number(values.rounds);
  const figures = { timed: [] };
  for (const stage of stages.filter((name) => name === 'c' || name === 'b')) {
    const names = [...(stage === 'c' ? limit : []), ...ours, ...peers];
    for (const size of sizes) figures.timed.push(await timed(address, { stage, size, peers: names, rounds, say }));
  }
  if (stages.includes('memory')) {
    const at = sizes.find((size) => size >= 100_000) ?? sizes.at(-1);
    const larger = sizes.filter((size) => size > at).flatMap((size) => ours.map((peer) => [peer, size]));
    figures.memory = await memory(address, [...[...limit, ...ours, ...peers].map((peer) => [peer, at]), ...larger], say);
  }
  if (stages.includes('sums')) {
    const size = sizes.find((size) => size >= 100_000) ?? sizes.at(-1);
    figures.sums = await sums(address, { size: Math.min(size, 100_000), ways: [...(found.groups ? ours : []), ...found.ways], rounds, say });
  }
  if (stages.includes('check')) {
    const larger = values.check ? [] : sizes.slice(1).flatMap((size) => ours.map((peer) => [peer, size]));
    figures.checks = await checks(address, [...[...ours, ...peers].map((peer) => [peer, smallest]), ...larger], say);
  }
  return figures;
}

/** Whether the engine's files are equal to their source, digit for digit. */
const equal = (checks) => checks.every(({ peer, error, cells, digits }) => peer !== ENGINE || (!error && cells === 0 && digits === 0));

const load = () => loadavg()[0].toFixed(1);
const before = load();
const server = await startServer(values.check ? smallest : sizes.at(-1));
try {
  const found = await roster(server.address);
  if (!found.engine) console.error(`note: ${site} has no factuur-engine.js, so ${ENGINE} itself is not measured`);
  const figures = await measure(server.address, found);
  const report = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`,
    versions: { chromium: found.chromium, node: process.versions.node, libraries: await libraryVersions() },
    engine: found.engine,
    load: { before, after: load() },
    ...figures,
  };
  const text = markdown(report);
  console.log(text);
  if (!values.check && !only) {
    await mkdir(root('target/bench'), { recursive: true });
    await writeFile(root('target/bench/export.md'), text);
    await writeFile(root('target/bench/export.json'), `${JSON.stringify(report, undefined, 1)}\n`);
  }
  if (figures.checks && !equal(figures.checks)) process.exitCode = 1;
  else if (values.check && !found.engine) process.exitCode = 3;
} finally {
  server.close();
}
