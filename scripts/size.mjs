// What a first visit downloads (page, scripts, style, main wasm), raw and with brotli 11, against the budget.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

// What a first visit should cost at most, and what it costs today: the ceiling only ever comes down, to the budget.
const BUDGET = 330_000;
const CEILING = 670_000;
const dist = process.argv[2] ?? 'dist';
const page = readFileSync(join(dist, 'index.html'), 'utf8');
const linked = [...page.matchAll(/<(?:link|script)[^>]*\s(?:href|src)="([^"]+\.(?:js|css|wasm))"/g)].map(([, address]) => basename(address));
const kilo = (bytes) => (bytes / 1000).toFixed(1).padStart(9);

let total = 0;
console.log('   raw kB brotli kB');
for (const name of new Set(['index.html', ...linked])) {
  const bytes = readFileSync(join(dist, name));
  const small = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  total += small;
  console.log(`${kilo(bytes.length)} ${kilo(small)}  ${name}`);
}
console.log(`first load: ${(total / 1000).toFixed(1)} kB of ${BUDGET / 1000} kB (brotli)`);
if (total > BUDGET) console.log(`over the budget by ${((total - BUDGET) / 1000).toFixed(1)} kB; the ceiling of today is ${CEILING / 1000} kB`);
if (total > CEILING) {
  console.error('error: the first load has grown over its ceiling');
  process.exit(1);
}
