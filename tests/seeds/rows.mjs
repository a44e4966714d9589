// The rows of the five documents and the tests that hold them, read from the sources. `node tests/seeds/rows.mjs` writes the
// table of README.md again.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = (name) => fileURLToPath(new URL(name, import.meta.url));
const README = file('README.md');
const [BEGIN, END] = ['<!-- rows -->', '<!-- end of rows -->'];

const DOCUMENTS = [
  ['S000', 20, 'April 2017, Dutch: invoice in the portal or by e-mail, daily usage in the Account Center'],
  ['S001', 19, 'March 2020, Dutch: view and download an invoice'],
  ['S002', 6, 'April 2021, Dutch: a copy of my bill'],
  ['S003', 21, 'August 2020, Dutch (translated February 2021): view and download an invoice'],
  ['S004', 20, 'April 2017, Swedish: the twin of the first'],
];

/** The rows of a document: `S000-01` and on. */
const rowsOf = ([document, count]) => Array.from({ length: count }, (_, at) => `${document}-${String(at + 1).padStart(2, '0')}`);

/** Every row of the five documents. */
export const rows = DOCUMENTS.flatMap(rowsOf);

/** The names of the files with tests. */
const files = readdirSync(file('.')).filter((name) => /^s\d{3}\.test\.mjs$/.test(name) || name === 'main.rs').toSorted();

/** The source of every file with tests, by its name. */
export const sources = Object.fromEntries(files.map((name) => [name, readFileSync(file(name), 'utf8')]));

/** Every test: its row, its file, its name. */
export const tests = Object.entries(sources).flatMap(([name, text]) =>
  name === 'main.rs'
    ? [...text.matchAll(/#\[test\]\nfn (s(\d{3})_(\d\d)_\w+)/g)].map(([, test, document, row]) => ({ row: `S${document}-${row}`, file: name, name: test }))
    : [...text.matchAll(/^ *row\((['`])((S\d{3}-\d\d): .+?)\1, \{/gm)].map(([, , test, row]) => ({ row, file: name, name: test.replace(`${row}: `, '') })));

const cell = ({ file, name }) => `\`${file}\` ${file === 'main.rs' ? `\`${name}\`` : name.replace(/\$\{\w+( - 1)?\}/g, '…').replaceAll('|', '\\|')}`;

/** The table, a part for each document. */
export const table = DOCUMENTS.map((document) => {
  const lines = rowsOf(document).map((row) => `| ${row} | ${tests.filter((test) => test.row === row).map(cell).join('<br>')} |`);
  return [`### ${document[0]}: ${document[2]}`, '', '| row | tests |', '| --- | --- |', ...lines, ''].join('\n');
}).join('\n');

/** The table as README.md has it, and what stands before and after. */
export function readme() {
  const text = readFileSync(README, 'utf8');
  const [before, rest] = text.split(`${BEGIN}\n`);
  const [inside, after] = rest.split(END);
  return { before, inside, after };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { before, after } = readme();
  writeFileSync(README, `${before}${BEGIN}\n${table}${END}${after}`);
}
