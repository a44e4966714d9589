// What wasm-bindgen writes between a script and its wasm, with less to send: the names both sides agree on are made short,
// and the script loses its comments and indents.

/** Reads and writes the LEB128 numbers and the names of a wasm module. */
class Cursor {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  name() {
    return Buffer.from(this.take(this.number())).toString('utf8');
  }
}

/** A number as wasm writes it. */
export const leb = (value) => {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value > 0);
  return Buffer.from(bytes);
};

/** A text as wasm writes it, its length first. */
export const named = (text) => Buffer.concat([leb(Buffer.byteLength(text)), Buffer.from(text)]);

/** How long the type of an import is, after its kind: function, table, memory, global. */
function skipType(cursor, kind) {
  if (kind === 1) cursor.at += 1;
  if (kind === 1 || kind === 2) {
    const hasMaximum = cursor.number() & 1;
    cursor.number();
    if (hasMaximum) cursor.number();
  } else if (kind === 3) cursor.at += 2;
  else if (kind === 0) cursor.number();
  else throw new Error(`wasm: an import of the kind ${kind} is not known`);
}

/**
 * A module with its imports renamed by `rename(name)`, and without custom sections: names and tools that no browser asks
 * for. Everything else stays as it is, to the byte.
 */
export function withImports(wasm, rename) {
  const cursor = new Cursor(wasm);
  const parts = [cursor.take(8)];
  while (cursor.at < wasm.length) {
    const start = cursor.at;
    const [id] = cursor.take(1);
    const body = cursor.take(cursor.number());
    if (id === 0) continue;
    if (id !== 2) {
      parts.push(wasm.subarray(start, cursor.at));
      continue;
    }
    const inner = new Cursor(body);
    const count = inner.number();
    const imports = [leb(count)];
    for (let n = 0; n < count; n += 1) {
      const [module, name] = [inner.name(), inner.name()];
      const from = inner.at;
      skipType(inner, inner.take(1)[0]);
      imports.push(named(module), named(rename(name)), body.subarray(from, inner.at));
    }
    const section = Buffer.concat(imports);
    parts.push(Buffer.from([2]), leb(section.length), section);
  }
  return Buffer.concat(parts);
}

/**
 * A script without indents, empty lines and lines of comment. Only whole lines go, so that nothing inside a text can be
 * meant: it may have no text of several lines.
 */
export function withoutComments(script) {
  if (/`[^`\n]*\n/.test(script.replace(/`[^`\n]*`/g, ''))) throw new Error('the script has a text of several lines');
  const lines = script.split('\n').map((line) => line.trim());
  const comment = (line) => line.startsWith('/**') || line.startsWith('*') || line.startsWith('//');
  return `${lines.filter((line) => line !== '' && !comment(line)).join('\n')}\n`;
}

/** A script without the classes that it exports and nobody imports: those that it does not use itself. */
function withoutIdleClasses(script) {
  let left = script;
  for (const [, name] of script.matchAll(/^export class (\w+) \{$/gm)) {
    const itself = new RegExp(`^export class ${name} \\{\\n[\\s\\S]*?^\\}\\n|^if \\(Symbol\\.dispose\\) ${name}\\..*\\n|^const ${name}Finalization = [\\s\\S]*?;\\n`, 'gm');
    const without = left.replace(itself, '');
    if (!new RegExp(`\\b${name}(Finalization)?\\b`).test(without)) left = without;
  }
  return left;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const short = (n) => (n < 26 ? '' : short(Math.floor(n / 26) - 1)) + LETTERS[n % 26];

/** A script and its wasm with short names between them, and the script without what only a reader needs. */
export function shorter({ script: whole, wasm }) {
  const script = withoutIdleClasses(whole);
  const names = new Map();
  withImports(wasm, (name) => {
    if (!names.has(name)) names.set(name, `_${short(names.size)}`);
    return name;
  });
  const found = new Set();
  const renamed = script.replace(/[A-Za-z_$][\w$]*/g, (word) => {
    if (!names.has(word)) return word;
    found.add(word);
    return names.get(word);
  });
  const lost = [...names.keys()].filter((name) => !found.has(name));
  if (lost.length > 0) throw new Error(`the script does not name what the wasm imports: ${lost.join(', ')}`);
  return {
    script: withoutComments(renamed),
    wasm: withImports(wasm, (name) => names.get(name)),
  };
}
