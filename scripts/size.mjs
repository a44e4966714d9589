// What a first visit downloads (page, scripts, style, main wasm) and what each part adds that is loaded on first use, raw
// and with brotli 11, against the budgets.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { partsOf } from './finish-site.mjs';
import { PACK } from './pack.mjs';

// What a first visit may cost at most.
const BUDGET = 330_000;
// What a part may cost at most.
const PART_BUDGET = 150_000;
const dist = process.argv[2] ?? 'dist';
const page = readFileSync(join(dist, 'index.html'), 'utf8');
const linked = [...page.matchAll(/<(?:link|script)[^>]*\s(?:href|src)="([^"]+\.(?:js|css|wasm))"/g)].map(([, address]) => basename(address));
const kilo = (bytes) => (bytes / 1000).toFixed(1).padStart(9);

/** Prints a line for each file and returns the sum of what goes over the wire. */
function listed(names) {
  let total = 0;
  for (const name of new Set(names)) {
    const bytes = readFileSync(join(dist, name));
    const small = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    total += small;
    console.log(`${kilo(bytes.length)} ${kilo(small)}  ${name}`);
  }
  return total;
}

console.log('   raw kB brotli kB');
const total = listed(['index.html', ...linked]);
console.log(`first load: ${(total / 1000).toFixed(1)} kB of ${BUDGET / 1000} kB (brotli)`);
if (total > BUDGET) {
  console.error(`error: the first load is over its budget by ${((total - BUDGET) / 1000).toFixed(1)} kB`);
  process.exitCode = 1;
}

// Who uses a part loads what it shares with other parts, too: the app's script says what that is.
const script = readFileSync(join(dist, linked.map((address) => basename(address)).find((name) => /^factuur-app-\w+\.js$/.test(name))), 'utf8');
const LOADER = /const (\w+) = (?:wrapAsyncCb\()?makeLoad\(\(\) => \{\n\s*const src = (window\.factuur\.part|packed)\("([\w-]+)"\);[^]*?\n\s*, \[([^\]]*)\]\)/g;
const loaders = [...script.matchAll(LOADER)].map(([, loader, from, name, needed]) => ({ loader, name, file: from === 'packed' ? PACK : name, needed: needed.split(', ').filter(Boolean) }));
const named = partsOf(page);
const files = new Set(loaders.map(({ file }) => file));
if (files.size !== named.length) throw new Error(`the page names ${named.length} parts, the script loads ${files.size}`);
const fileOf = (wanted) => loaders.find(({ loader }) => loader === wanted).file;
for (const { name, needed } of loaders.filter(({ name }) => !name.startsWith('factuur-shared-'))) {
  const total = listed([name, ...needed.map(fileOf)].map((one) => `${one}.wasm`));
  console.log(`${name} and what it shares: ${(total / 1000).toFixed(1)} kB of ${PART_BUDGET / 1000} kB (brotli)`);
  if (total > PART_BUDGET) {
    console.error(`error: ${name} is over its budget`);
    process.exitCode = 1;
  }
}

// The programs of the workers: a script and a wasm each.
for (const [, name] of page.matchAll(/<meta name="factuur-worker" content="([a-z0-9-]+)"/g)) {
  const total = listed([`${name}.js`, `${name}.wasm`]);
  console.log(`${name}: ${(total / 1000).toFixed(1)} kB of ${PART_BUDGET / 1000} kB (brotli)`);
  if (total > PART_BUDGET) {
    console.error(`error: ${name} is over its budget`);
    process.exitCode = 1;
  }
}
