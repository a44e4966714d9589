// Every row of the five documents has a test, the table says which, and none of them is left out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readme, rows, sources, table, tests } from './rows.mjs';

test('every row of the five documents has at least one test whose name begins with it', () => {
  assert.equal(rows.length, 20 + 19 + 6 + 21 + 20);
  assert.deepEqual(rows.filter((row) => !tests.some((test) => test.row === row)), []);
  assert.deepEqual(tests.filter((test) => !rows.includes(test.row)), [], 'and no test is of a row that is not there');
});

test('every test of the files begins with a row, and no two have one name', () => {
  for (const [file, text] of Object.entries(sources)) {
    const begun = text.match(file === 'main.rs' ? /#\[test\]/g : /^ *row\(/gm).length;
    assert.equal(tests.filter((test) => test.file === file).length, begun, file);
  }
  const names = tests.map((test) => `${test.file} ${test.row} ${test.name}`);
  assert.deepEqual(names.filter((name, at) => names.indexOf(name) !== at), []);
});

test('the table names each row with its tests', () => {
  assert.equal(readme().inside, table, 'write it again: node tests/seeds/rows.mjs');
});

test('no test of a row is skipped', () => {
  for (const [file, text] of Object.entries(sources)) {
    assert.doesNotMatch(text, file === 'main.rs' ? /#\[ignore/ : /\bskip\b|\btodo\b|\bonly\b/, file);
  }
});
