// Small wasm files as one: a module that has nothing but custom sections, each of them a file under its name.
import { leb, named } from './short-names.mjs';

/** What the pack is called. */
export const PACK = 'factuur-shared';

/** The pack of files by name. */
export function packed(files) {
  const sections = Object.entries(files).map(([name, wasm]) => {
    const body = Buffer.concat([named(name), wasm]);
    return Buffer.concat([Buffer.from([0]), leb(body.length), body]);
  });
  return Buffer.concat([Buffer.from('\0asm\x01\0\0\0', 'latin1'), ...sections]);
}
