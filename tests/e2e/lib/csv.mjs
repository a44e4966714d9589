// Reads what the site wrote, by rules of its own: CSV (RFC 4180) and exact decimals.

/** Rows of cells. Throws where the text is no RFC 4180. */
export function parseCsv(text) {
  const rows = [];
  let row = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (at >= text.length) throw new Error('a quoted cell does not end');
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') {
          cell += '"';
          at += 1;
        } else break;
      }
      at += 1;
    } else {
      const end = text.slice(at).search(/[,\r\n"]/);
      if (end < 0) throw new Error('the last row has no line end');
      cell = text.slice(at, at + end);
      at += end;
    }
    row.push(cell);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
      continue;
    } else throw new Error(`neither comma nor line end after ${JSON.stringify(cell)} in row ${rows.length + 1}`);
    if (text.startsWith('\r\n', at)) {
      row.push('');
      rows.push(row);
      row = [];
      at += 2;
    }
  }
  if (row.length > 0) throw new Error('the last row has no line end');
  return rows;
}

const PLACES = 40;

/** A plain decimal as a whole number of its 40th decimals, exactly. */
export function decimal(text) {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) throw new Error(`not a plain decimal: ${JSON.stringify(text)}`);
  const [, sign, whole, fraction = ''] = parts;
  if (fraction.length > PLACES) throw new Error(`more than ${PLACES} decimals: ${text}`);
  const value = BigInt(whole + fraction.padEnd(PLACES, '0'));
  return sign ? -value : value;
}

/** The exact sum of plain decimals. An empty text adds nothing. */
export const sum = (texts) => texts.filter((text) => text !== '').reduce((total, text) => total + decimal(text), 0n);

/** An amount as the page writes it in the United States' format: `-€1,234.50`, `SEK 1,234.50`. */
export function shownAmount(text) {
  const sign = /[-\u2212(]/.test(text) ? '-' : '';
  return decimal(sign + text.replace(/[^\d.]/g, ''));
}
