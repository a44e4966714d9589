// The figures as Markdown.
import { ENGINE, FETCH } from './stages.mjs';

const HAND = 'hand loop';
const ENCODED = 'hand loop, encodeInto';
const PAPA = 'PapaParse';

const count = (number) => number.toLocaleString('en-US');
const mib = (number) => Math.round(number);
const time = (ms) => (ms < 100 ? ms.toFixed(1) : String(Math.round(ms)));
const line = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');

/** A figure beside another's; a dash when one of them is not there. */
function ratio(rows, row, name, figure = 'median') {
  const other = rows.find(({ peer }) => peer === name);
  return other?.[figure] && row[figure] ? (row[figure] / other[figure]).toFixed(2) : '–';
}

const STAGES = {
  c: (size) => `Fetch to Blob, ${count(size)} records`,
  b: (size) => `Records in hand to Blob, ${count(size)} records`,
};

function stageTable({ stage, size, rounds, rows, engineStart }) {
  const head = ['', 'ms', 'least – most', `to ${HAND}`, 'to its encodeInto', `to ${PAPA}`, ...(stage === 'c' ? [`to ${FETCH}`] : []), 'until the last byte can be read, ms', 'renderer at work, ms', `to ${HAND}`, 'MB'];
  const lines = rows.map((row) => {
    if (row.error) return [row.peer, row.error, ...head.slice(2).map(() => '–')];
    const others = [HAND, ENCODED, PAPA, ...(stage === 'c' ? [FETCH] : [])].map((name) => ratio(rows, row, name));
    const settled = row.peer === FETCH ? '–' : time(row.settled);
    return [row.peer, time(row.median), `${time(row.min)} – ${time(row.max)}`, ...others, settled, Math.round(row.worked), ratio(rows, row, HAND, 'worked'), (row.bytes / 1e6).toFixed(1)];
  });
  return `### ${STAGES[stage](size)}\n\n${rounds === 1 ? 'One pass, without a warm-up.' : `Median of ${rounds} rounds after one that does not count.`}${
    engineStart ? ` The engine's worker started once, in ${Math.round(engineStart)} ms, before.` : ''}\n\n${table(head, lines)}`;
}

function memoryTable({ bare, rows }) {
  const hand = rows.find(({ peer, size }) => peer === HAND && size === rows[0].size);
  const lines = rows.map((row) => (row.error
    ? [`${row.peer}, ${count(row.size)}`, row.error, '–', '–', '–']
    : [`${row.peer}, ${count(row.size)}`, mib(row.over), hand?.over && row.size === hand.size ? (row.over / hand.over).toFixed(2) : '–', mib(row.browserOver), (row.bytes / 2 ** 20).toFixed(0)]));
  return `### Peak memory of the renderer, fetch to Blob\n\nVmHWM of one cold pass in a fresh browser, over a bare page's ${mib(bare.renderer)} MiB.\n\n`
    + table(['', 'MiB over the bare page', `to ${HAND}`, 'browser process, MiB over', 'made or fetched, MiB'], lines);
}

function sumsTable({ size, rounds, rows }) {
  const floats = rows.find(({ way }) => way === 'JS floats');
  const lines = rows.map((row) => (row.error
    ? [row.way, row.error, '–', '–', '–']
    : [row.way, time(row.median), `${time(row.min)} – ${time(row.max)}`, floats?.median ? (row.median / floats.median).toFixed(2) : '–', `${row.wrong} of ${row.groups}`]));
  return `### Sums of cost by resource group and meter category, ${count(size)} records in hand\n\nMedian of ${rounds} rounds after one that does not count.\n\n`
    + table(['', 'ms', 'least – most', 'to JS floats', 'groups whose sum is not exact'], lines);
}

function checkTable(rows) {
  const lines = rows.map((row) => [
    `${row.peer}, ${count(row.size)}`, row.error ?? count(row.rows), count(row.cells ?? 0), count(row.digits ?? 0), row.first ?? row.firstDigits ?? '',
  ]);
  return `### Read back and compared with the source, cell by cell\n\n${
    table(['', 'rows', 'cells that say something else', 'numbers of the same value in other digits', 'the first'], lines.map((cells) => cells.map((cell) => String(cell).replaceAll('|', '\\|'))))}`;
}

/** The whole report. */
export function markdown({ machine, versions, date, engine, load, timed, memory, sums, checks }) {
  const libraries = Object.entries(versions.libraries).map(([name, version]) => `${name} ${version}`).join(', ');
  const parts = [
    `## Export: ${ENGINE} beside JavaScript`,
    `${date}; ${machine}; Chromium ${versions.chromium}, headless; Node ${versions.node}; ${libraries}. Load of the machine (1 minute) ${load.before} before and ${load.after} after: the bench itself makes about 1.5.`,
    engine ? '' : `**${ENGINE} is not in this table: the site that was served has no factuur-engine.js.**`,
    ...timed.map(stageTable),
    memory ? memoryTable(memory) : '',
    sums ? sumsTable(sums) : '',
    checks ? checkTable(checks) : '',
    `${NOTES.map((note) => `- ${note}`).join('\n')}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

const NOTES = [
  'All take turns in one page over the same records, all of them invented: 30 fields, about 1.55 kB of JSON each, pages of 1,000; at 1,000,000 records 100 pages come again and again. Ratios carry over to other machines, milliseconds do not.',
  'JavaScript makes doubles of numbers and prints those: of the same value here, where no number has more than 15 digits, but not the digits that were received. The engine keeps the text.',
  'JavaScript runs in the page and holds it up meanwhile; the engine runs in its worker. Every way drops a page once it is written.',
  'Records in hand: for JavaScript parsed objects, for the engine the bytes of the pages, which it also parses in that time.',
  'The renderer at work: the time of the processor that all its threads took, receiving and collecting garbage included. It hardly depends on what else the machine does.',
  'The bare fetch asks for page after page, as all do, and looks at nothing but the link to the next.',
];
