// Splits the app that trunk has just built: what src/ui/parts.rs names as parts becomes wasm files of its own, loaded when
// they are first used. A hook of trunk, run in the folder it is about to publish.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACK, packed } from './pack.mjs';
import { withImports } from './short-names.mjs';

const APP = 'factuur-app';
// A file of what parts share costs a request, a hash in the page and a head of its own: smaller ones go into one pack.
const SMALL = 2_048;
const { TRUNK_STAGING_DIR: staging, TRUNK_PROFILE: profile, TRUNK_SOURCE_DIR: source } = process.env;
if (!staging || !profile || !source) throw new Error('this is a hook of trunk: run scripts/build');

const target = process.env.CARGO_TARGET_DIR ?? join(source, 'target');
const whole = join(target, 'wasm32-unknown-unknown', profile, `${APP}.wasm`);
const work = mkdtempSync(join(tmpdir(), 'factuur-split-'));

/** The wasm files of the parts, under the names they are served by. */
const served = (name) => name.replace(/^split_/, 'factuur-').replace(/^chunk_(\d+).*$/, 'factuur-shared-$1');

// Gives a part out of the pack, as if it had been fetched alone. What failed is tried again the next time.
const UNPACK = `
let pack;
const packed = async (name) => {
  pack ??= WebAssembly.compileStreaming(window.factuur.part('${PACK}'));
  try {
    const [wasm] = WebAssembly.Module.customSections(await pack, name);
    return new Response(wasm, { headers: { 'Content-Type': 'application/wasm' } });
  } catch (error) {
    pack = undefined;
    throw error;
  }
};`;

/**
 * The script of the app, with what loads its parts: `links` is the module that the splitter wrote, which asks the app for
 * its exports and fetches the parts itself. Here it is one script, and boot.js fetches, because it knows the hashes.
 */
function withParts(script, links, small) {
  const loaders = [...links.matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
  if (loaders.length === 0) throw new Error('the app has no parts');
  const own = links
    .replace(/^import .*\n/m, '')
    .replace(/^export const/gm, 'const')
    .replace(/fetch\(new URL\("\.\/(\w+)\.wasm", import\.meta\.url\)\)/g, (_, name) => (small.includes(served(name)) ? `packed("${served(name)}")` : `window.factuur.part("${served(name)}")`));
  // wasm-bindgen imports it once for each loader.
  const imports = /^import \* as (\w+) from "\.\/__wasm_split\.js"\n/gm;
  const used = [...script.matchAll(imports)].map(([, name]) => name);
  if (used.length === 0 || own.includes('import.meta')) throw new Error('the scripts of the splitter are not as expected');
  const given = used.map((name) => `const ${name} = { ${loaders.join(', ')} };`);
  return [script.replace(imports, ''), UNPACK, own, ...given, ''].join('\n');
}

try {
  const split = join(work, 'split');
  execFileSync('wasm-split-cli', [whole, split, '--out-name', APP], { stdio: ['ignore', 'ignore', 'inherit'] });
  const bound = join(work, 'bound');
  // The parts are linked with the app's memory and table, which wasm-bindgen would otherwise keep to itself.
  execFileSync('wasm-bindgen', ['--target', 'web', '--no-typescript', '--keep-lld-exports', '--out-dir', bound, '--out-name', APP, join(split, `${APP}.wasm`)]);
  const script = readdirSync(staging).find((name) => new RegExp(`^${APP}-[0-9a-f]+\\.js$`).test(name));
  if (!script) throw new Error(`${staging}: the script of the app is expected`);
  const stem = script.slice(0, -'.js'.length);
  const named = readFileSync(join(bound, `${APP}.js`), 'utf8').replaceAll(`'${APP}_bg.wasm'`, `'${stem}_bg.wasm'`);
  writeFileSync(join(staging, `${stem}_bg.wasm`), readFileSync(join(bound, `${APP}_bg.wasm`)));
  const small = {};
  for (const file of readdirSync(split).filter((name) => /^(split|chunk)_.*\.wasm$/.test(name))) {
    const name = served(file.slice(0, -'.wasm'.length));
    const wasm = withImports(readFileSync(join(split, file)), (same) => same);
    if (file.startsWith('chunk_') && wasm.length < SMALL) small[name] = wasm;
    else writeFileSync(join(staging, `${name}.wasm`), wasm);
  }
  writeFileSync(join(staging, `${PACK}.wasm`), packed(small));
  writeFileSync(join(staging, script), withParts(named, readFileSync(join(split, '__wasm_split.js'), 'utf8'), Object.keys(small)));
} finally {
  rmSync(work, { recursive: true, force: true });
}
