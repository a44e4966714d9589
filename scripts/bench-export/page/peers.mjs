// The ways to write CSV in JavaScript that the engine is measured against. Each makes a writer: `add(records)` takes a page
// of parsed rows, `blob()` gives the file. What a page made is a part of the Blob; no way keeps a page for longer.
import { csvFormatRows } from '/bench/node_modules/d3-dsv/dist/d3-dsv.mjs';
import { stringify } from '/bench/node_modules/csv-stringify/dist/esm/sync.js';
import { HEADER, cellsOf } from './columns.mjs';

const { Papa, aq } = globalThis;
const CSV = { type: 'text/csv' };
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * The rows of a page as text, by hand. Joined and not grown with `+=`: what that makes is a tree of strings, which takes a
 * third longer to hand to a Blob and keeps alive what it was made of.
 */
function textOf(records) {
  const lines = new Array(records.length);
  for (let row = 0; row < records.length; row += 1) {
    const cells = cellsOf(records[row]);
    for (let at = 0; at < cells.length; at += 1) cells[at] = cellText(cells[at]);
    lines[row] = cells.join();
  }
  return `${lines.join('\n')}\n`;
}

function cellText(cell) {
  if (typeof cell !== 'string') return cell ?? '';
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A writer whose parts are texts: `text(records)` of each page behind one header. */
function ofTexts(header, text) {
  const parts = [header];
  return { add: (records) => { parts.push(text(records)); }, blob: () => new Blob(parts, CSV) };
}

const HEADER_LINE = `${HEADER.join()}\n`;

function byPapa() {
  const text = (rows) => `${Papa.unparse(rows)}\r\n`;
  return ofTexts(text([HEADER]), (records) => text(records.map(cellsOf)));
}

function byStringify() {
  return ofTexts(HEADER_LINE, (records) => stringify(records.map(cellsOf)));
}

function byD3() {
  return ofTexts(HEADER_LINE, (records) => `${csvFormatRows(records.map(cellsOf))}\n`);
}

/** Arquero keeps columns: a page is turned over first. */
function byArquero() {
  return ofTexts(HEADER_LINE, (records) => {
    const columns = HEADER.map(() => new Array(records.length));
    records.forEach((record, row) => cellsOf(record).forEach((cell, at) => { columns[at][row] = cell; }));
    const table = aq.table(HEADER.map((name, at) => [name, columns[at]]));
    return table.toCSV({ header: false });
  });
}

const byHand = () => ofTexts(HEADER_LINE, textOf);

const encoder = new TextEncoder();
// Kept from file to file, as a page that exports often would.
let buffer = new Uint8Array(1 << 20);

/** The same rows by hand, each page encoded into one buffer that is used again, and handed to a Blob as bytes. */
function byHandEncoded() {
  const parts = [HEADER_LINE];
  const add = (records) => {
    const text = textOf(records);
    if (buffer.length < text.length * 3) buffer = new Uint8Array(text.length * 3);
    parts.push(new Blob([buffer.subarray(0, encoder.encodeInto(text, buffer).written)]));
  };
  return { add, blob: () => new Blob(parts, CSV) };
}

/** Every way by its name. */
export const PEERS = {
  PapaParse: byPapa,
  'csv-stringify': byStringify,
  'd3-dsv': byD3,
  arquero: byArquero,
  'hand loop': byHand,
  'hand loop, encodeInto': byHandEncoded,
};
