// Files as a person looks at them: a PDF by its words, a CSV by its columns, a zip by its names.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCsv } from '../e2e/lib/csv.mjs';
import { download } from '../e2e/lib/site.mjs';

/** Text with every kind of blank as one. */
export const plain = (text) => text.replace(/\s+/g, ' ');

/** What `ask` learns from programs about these bytes in a file, which they are told as `%`. */
function onDisk(bytes, ask) {
  const folder = mkdtempSync(join(tmpdir(), 'seeds-'));
  try {
    const file = join(folder, 'file');
    writeFileSync(file, bytes);
    return ask((program, ...args) => execFileSync(program, args.map((arg) => (arg === '%' ? file : arg)), { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A PDF that an action downloads: its name, its words on paper, its properties. */
export async function pdf(page, action) {
  const { name, bytes } = await download(page, action);
  return onDisk(bytes, (told) => ({ name, text: plain(told('pdftotext', '-layout', '%', '-')), info: told('pdfinfo', '%') }));
}

/** The PDF of an invoice: its number, whom it is for, and its total as the page shows it. */
export function isInvoicePdf({ name, text, info }, { number, total, of }) {
  assert.match(name, /\.pdf$/);
  assert.ok(name.includes(number), name);
  assert.match(info, /^Pages: +[1-9]/m);
  for (const wanted of [number, of, total]) assert.ok(text.includes(plain(wanted)), `${wanted} in ${text.slice(0, 600)}`);
}

/** The names of the files of a zip, which `unzip` finds whole. */
export const zipNames = (bytes) =>
  onDisk(bytes, (told) => {
    assert.match(told('unzip', '-t', '%'), /No errors detected/);
    return told('unzip', '-Z1', '%').trim().split('\n');
  });

/** The usage file of 24 columns that Azure gives today for pay-as-you-go. */
const TODAY_COLUMNS = 'SubscriptionGuid,ResourceGroup,ResourceLocation,UsageDateTime,MeterCategory,MeterSubCategory,MeterId,MeterName,MeterRegion,UsageQuantity,ResourceRate,PreTaxCost,ConsumedService,ResourceType,InstanceId,Tags,OfferId,AdditionalInfo,ServiceInfo1,ServiceInfo2,ServiceName,ServiceTier,Currency,UnitOfMeasure';

/** The file has 24 columns, and rows of every day of the period, of no other. */
export function isDailyUsage({ name, text }, first, last) {
  assert.match(name, /\.csv$/);
  const [heads, ...rows] = parseCsv(text.replace(/^\ufeff/, ''));
  assert.equal(heads.join(','), TODAY_COLUMNS);
  const days = [...new Set(rows.map((row) => row[heads.indexOf('UsageDateTime')].slice(0, 10)))].toSorted();
  assert.equal(days[0], first);
  assert.equal(days.at(-1), last);
  assert.equal(days.length, (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1);
  assert.ok(rows.every((row) => row[heads.indexOf('UsageQuantity')] !== ''));
}

/** The sections of a usage file of the Account Center, by their titles: each a list of rows, the heads first. */
export function accountCenterFile({ bytes, text }) {
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'a spreadsheet reads it as UTF-8');
  const sections = {};
  let section;
  for (const row of parseCsv(text.slice(1))) {
    if (row.length === 1 && row[0] !== '') sections[row[0]] = section = [];
    else if (row.length > 1) section.push(row);
  }
  return sections;
}

