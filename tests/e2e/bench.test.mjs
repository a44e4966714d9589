// The engine's file of 10,000 records says what its source said, digit for digit: the correctness of what scripts/bench
// measures. No times.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DIST } from './lib/site.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const MISSING = !existsSync(`${root}scripts/bench-export/node_modules`) ? 'scripts/bench-export/node_modules is absent: run scripts/setup'
  : !existsSync(`${root}src/engine`) ? 'there is no engine yet' : false;

/** Runs the check on the built site; its exit status and all it said. */
function check() {
  return new Promise((done) => {
    const program = spawn(process.execPath, [`${root}scripts/bench-export.mjs`, '--check', '--sizes', '10k', '--site', DIST]);
    let words = '';
    for (const stream of [program.stdout, program.stderr]) stream.on('data', (part) => { words += part; });
    program.on('close', (status) => done({ status, words }));
  });
}

test('the file that the engine makes is equal to its source digit for digit', { skip: MISSING }, async () => {
  const { status, words } = await check();
  assert.equal(status, 0, words);
  // The check tells a file that is not: JavaScript's numbers have other digits.
  assert.match(words, /hand loop 0 cells and the digits of [1-9][0-9]* numbers differ/);
});
