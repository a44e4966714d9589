// Does a file say what its source said? The Blob is read strictly, and every cell is compared with the JSON, whose numbers
// are taken as they are written there and not as doubles.
import { COLUMNS, HEADER, usDate } from './columns.mjs';
import { CsvReader } from './csv-reader.mjs';
import { bytePages } from './pages.mjs';

/** A parsed page whose numbers are `{ source }`: the digits of the JSON text. */
function withSources(text) {
  return JSON.parse(text, (_, value, { source }) => (typeof value === 'number' ? { source } : value));
}

const EXPECTED = {
  text: (value) => value ?? '',
  day: usDate,
  flag: (value) => (value ? 'True' : 'False'),
  json: (value) => (value === null ? '' : JSON.stringify(value)),
  number: ({ source }) => source,
};

/** All rows of a list, one by one. */
async function* sourceRows(size) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const bytes of bytePages(size)) yield* withSources(decoder.decode(bytes)).value;
}

/** The rows of a Blob, in lists as they are read from it. */
async function* fileRows(blob) {
  let rows = [];
  const reader = new CsvReader((cells) => rows.push(cells));
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (const stream = blob.stream().getReader(); ; ) {
    const { done, value } = await stream.read();
    reader.push(done ? decoder.decode() : decoder.decode(value, { stream: true }));
    if (done) reader.end();
    yield rows;
    rows = [];
    if (done) return;
  }
}

/** Compares one row, adding to `found`. */
function compareRow(cells, row, found) {
  if (cells.length !== COLUMNS.length) {
    found.cells += 1;
    found.first ??= `row ${found.rows + 1} has ${cells.length} cells`;
    return;
  }
  COLUMNS.forEach(([name, kind, key], at) => {
    const expected = EXPECTED[kind](kind === 'json' ? row.tags : row.properties[key]);
    if (cells[at] === expected) return;
    const sameValue = kind === 'number' && cells[at].trim() !== '' && Number(cells[at]) === Number(expected);
    if (sameValue) found.digits += 1;
    else found.cells += 1;
    const example = `row ${found.rows + 1}, ${name}: ${JSON.stringify(expected)} became ${JSON.stringify(cells[at])}`;
    if (sameValue) found.firstDigits ??= example;
    else found.first ??= example;
  });
}

/**
 * Reads `blob` back against the list of `size` rows. `cells`: cells that say something else than the source, missing and
 * surplus rows among them; `digits`: numbers of the same value whose digits are others; an example of each. `error` when
 * the file is no CSV.
 */
export async function check(blob, size) {
  const found = { rows: 0, cells: 0, digits: 0 };
  const source = sourceRows(size);
  let header = true;
  try {
    for await (const rows of fileRows(blob)) {
      for (const cells of rows) {
        if (header) {
          header = false;
          if (cells.join() !== HEADER.join()) throw new Error(`another header: ${cells.join()}`);
          continue;
        }
        const { done, value } = await source.next();
        if (done) {
          found.cells += cells.length;
          found.first ??= `row ${found.rows + 1} is not in the source`;
        } else {
          compareRow(cells, value, found);
        }
        found.rows += 1;
      }
    }
  } catch (error) {
    return { ...found, error: String(error) };
  }
  for await (const _ of source) {
    found.first ??= `row ${found.rows + 1} of the source is missing`;
    found.cells += COLUMNS.length;
  }
  return found;
}
