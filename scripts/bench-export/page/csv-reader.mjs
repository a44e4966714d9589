// A strict reader of CSV (RFC 4180): commas, quotes doubled within quotes, lines ended by CRLF or by LF. Anything else is
// an error with its row: text after a closing quote, a quote within a plain cell, a lone CR, a quote that is never closed.

const [QUOTE, COMMA, CR, LF] = [34, 44, 13, 10];

/** Reads a text that comes in pieces. `row(cells)` takes each row. */
export class CsvReader {
  #row;
  #cells = [];
  #rest = '';
  #rows = 0;

  constructor(row) {
    this.#row = row;
  }

  /** The next piece. */
  push(piece) {
    this.#rest = this.#read(this.#rest + piece, false);
  }

  /** There is no more. */
  end() {
    const rest = this.#read(this.#rest, true);
    if (rest !== '' || this.#cells.length > 0) throw this.#wrong('a line that breaks off');
  }

  #wrong(what) {
    return new Error(`row ${this.#rows + 1}, cell ${this.#cells.length + 1}: ${what}`);
  }

  /** Takes whole rows from `text` and gives back what is left, which begins with a row. */
  #read(text, last) {
    let at = 0;
    let rowAt = 0;
    for (;;) {
      const cell = text.charCodeAt(at) === QUOTE ? this.#quoted(text, at) : this.#plain(text, at);
      if (!cell) break;
      this.#cells.push(cell.text);
      const after = text.charCodeAt(cell.end);
      if (after === COMMA) {
        at = cell.end + 1;
        continue;
      }
      // The end of what is there: the cell may go on in the next piece.
      if (Number.isNaN(after) && !last) break;
      if (after === CR && cell.end + 1 === text.length && !last) break;
      if (Number.isNaN(after) && this.#cells.length === 1 && cell.end === at) {
        this.#cells = [];
        return '';
      }
      at = cell.end + this.#lineEnd(text, cell.end);
      this.#row(this.#cells);
      this.#rows += 1;
      this.#cells = [];
      rowAt = at;
    }
    if (last) throw this.#wrong('a quote that is never closed');
    this.#cells = [];
    return text.slice(rowAt);
  }

  /** Characters of the line's end at `at`; none at the end of the file. */
  #lineEnd(text, at) {
    const first = text.charCodeAt(at);
    if (Number.isNaN(first)) return 0;
    if (first === LF) return 1;
    if (first === CR && text.charCodeAt(at + 1) === LF) return 2;
    throw this.#wrong(first === CR ? 'a CR without LF' : 'text after a closing quote');
  }

  #plain(text, at) {
    let end = at;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === COMMA || code === LF || code === CR) break;
      if (code === QUOTE) throw this.#wrong('a quote within a plain cell');
    }
    return { text: text.slice(at, end), end };
  }

  /** The quoted cell at `at`; nothing when its end is not there yet. */
  #quoted(text, at) {
    let doubled = false;
    for (let end = at + 1; ; end += 2) {
      end = text.indexOf('"', end);
      if (end < 0 || end + 1 === text.length) {
        // Whether a quote at the very end closes the cell is known when the file ends.
        return end < 0 ? undefined : { text: unquoted(text, at, end, doubled), end: end + 1 };
      }
      if (text.charCodeAt(end + 1) !== QUOTE) return { text: unquoted(text, at, end, doubled), end: end + 1 };
      doubled = true;
    }
  }
}

const unquoted = (text, at, end, doubled) => (doubled ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at + 1, end));
