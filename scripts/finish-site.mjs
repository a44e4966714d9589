// Turns what trunk built into what a host serves: the address the site is mounted at, the content security policy (as a
// header file and as a meta), a 404.html for hosts without rewrites, and compressed twins of every text file.
//
//   node scripts/finish-site.mjs --from target/site --to dist [--public-url /x/] [--config FILE] [--no-compress]
//
// It starts from trunk's output each time, so one compilation can be finished for several addresses.
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { PACK } from './pack.mjs';
import { shorter, withImports, withoutComments } from './short-names.mjs';

const COMPRESSED = new Set(['.html', '.js', '.css', '.wasm', '.json', '.svg', '.webmanifest']);
// A file smaller than this gains nothing from compression.
const SMALLEST = 256;

/** The content security policy of the site, as [directive, value] pairs. */
export function policy(origins) {
  return [
    ["default-src", "'none'"],
    ["script-src", "'self' 'wasm-unsafe-eval'"],
    ["style-src", "'self'"],
    ["img-src", "'self' data:"],
    ["font-src", "'self'"],
    ["connect-src", ["'self'", ...origins].join(' ')],
    ["manifest-src", "'self'"],
    ["worker-src", "'self'"],
    ["base-uri", "'none'"],
    ["object-src", "'none'"],
    ["form-action", "'none'"],
    ["frame-ancestors", "'none'"],
    ["require-trusted-types-for", "'script'"],
    ["trusted-types", "default"],
  ];
}

const written = (directives) => directives.map(([name, value]) => `${name} ${value}`).join('; ');

/** The origins of a config.json, checked: https, or plain http on this machine alone. */
export function originsOf(configText) {
  const config = JSON.parse(configText);
  const origins = (config.origins ?? []).map(({ url }) => url);
  for (const url of origins) {
    const ok = /^(https:\/\/[a-z0-9.-]+|http:\/\/(127\.0\.0\.1|localhost))(:[0-9]{1,5})?$/i.test(url);
    if (!ok) throw new Error(`config.json: "${url}" is not an origin such as https://management.azure.com`);
  }
  if (config.default !== 'sandbox' && !origins.includes(config.default)) {
    throw new Error(`config.json: the default "${config.default}" is neither "sandbox" nor one of the origins`);
  }
  return origins;
}

/** `_headers` as Netlify, Cloudflare Pages and others read it. */
export function headersFile(origins) {
  const headers = {
    'Content-Security-Policy': written(policy(origins)),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    // The hash in a file's name is taken before wasm-bindgen runs: the same name may hold another file.
    'Cache-Control': 'no-cache',
  };
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  return ['/*', ...lines, ''].join('\n');
}

const hash = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const PART = /<meta name="factuur-part" content="([a-z0-9-]+)"[^>]*>/g;

/** The parts that a page names: the files that boot.js loads on first use. */
export const partsOf = (html) => [...html.matchAll(PART)].map(([, name]) => name);

/**
 * The page for one address: absolute links under `base`, the policy as its first meta, the hash of boot.js, those of the
 * parts (their wasm by name) and those of the programs for workers (their script and wasm by name).
 */
export function finishPage(html, { base, origins, boot, parts, workers }) {
  const named = [
    ...Object.entries(parts).map(([name, wasm]) => `<meta name="factuur-part" content="${name}" data-wasm="${hash(wasm)}">`),
    ...Object.entries(workers).map(([name, { script, wasm }]) => `<meta name="factuur-worker" content="${name}" data-script="${hash(script)}" data-wasm="${hash(wasm)}">`),
  ];
  const inMeta = policy(origins).filter(([name]) => name !== 'frame-ancestors');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${written(inMeta)}">`;
  const integrity = hash(boot);
  const page = html
    .replace(/<!--[\s\S]*?-->\n?/g, '')
    .replace(/ (href|src)="\/(?!\/)/g, (_, name) => ` ${name}="${base}`)
    .replace(/(<meta charset="?utf-8"?\s*\/?>)/i, (charset) => `${charset}\n${meta}`)
    .replace(/(<script type="module" src="[^"]*boot\.js")>/, (_, open) => `${open} integrity="${integrity}">`)
    .replace('</head>', () => `${named.join('\n')}\n</head>`);
  for (const [what, present] of [
    ['the policy', page.includes(meta)],
    ['the hash of boot.js', page.includes(integrity)],
    ['no inline script', !/<script(?![^>]*\ssrc=)/i.test(page)],
    ['no inline style', !/<style|\sstyle=/i.test(page)],
    ['no inline handler', !/<[^>]*\son[a-z]+=/i.test(page)],
  ]) {
    if (!present) throw new Error(`index.html: ${what} is expected, and this is not so`);
  }
  return page;
}

/** `/`, or a path with a slash at both ends. */
export function checkedBase(publicUrl) {
  const base = `/${publicUrl}/`.replace(/\/{2,}/g, '/');
  if (!/^\/([A-Za-z0-9._~-]+\/)*$/.test(base) || base.split('/').includes('..')) {
    throw new Error(`--public-url ${publicUrl}: a path such as /billing/ is expected`);
  }
  return base;
}

const SHEET = /<link rel="stylesheet" href="\/([a-z-]+-[0-9a-f]+\.css)"[^>]*>\n?/g;

/** Style without comments and idle blanks; texts in quotes stay as they are. */
export function smallerStyle(css) {
  return css.replace(/"[^"]*"|\/\*[\s\S]*?\*\/|\s+/g, (piece) => (piece.startsWith('"') ? piece : piece.startsWith('/*') ? '' : ' '))
    .replace(/"[^"]*"|\s*([{};,])\s*/g, (piece, mark) => mark ?? piece)
    .replaceAll(';}', '}');
}

/** Makes one style sheet of those that the page names, in their order: one request, and it compresses better. */
async function withOneSheet(html, folder) {
  const names = [...html.matchAll(SHEET)].map(([, name]) => name);
  if (names.length < 2) throw new Error('index.html: several style sheets are expected');
  const sheets = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const css = smallerStyle(sheets.join('\n'));
  const name = `style-${createHash('sha256').update(css).digest('hex').slice(0, 16)}.css`;
  await Promise.all(names.map((old) => rm(join(folder, old))));
  await writeFile(join(folder, name), css);
  let written = '';
  return html.replace(SHEET, () => {
    const link = written ? '' : `<link rel="stylesheet" href="/${name}" integrity="${hash(Buffer.from(css))}">\n`;
    written ||= link;
    return link;
  });
}

/**
 * The page with its app under short names (`shorter`) and the hashes of that, and the parts by name; all are written to
 * `folder`, without custom sections.
 */
async function withShortNames(html, folder) {
  const app = /<link rel="modulepreload" href="\/([a-z-]+-[0-9a-f]+)\.js"/.exec(html)?.[1];
  if (!app) throw new Error('index.html: the script of the app is expected');
  const at = (name) => join(folder, name);
  const made = shorter({ script: await readFile(at(`${app}.js`), 'utf8'), wasm: await readFile(at(`${app}_bg.wasm`)) });
  let page = html;
  for (const [file, bytes] of [[`${app}.js`, Buffer.from(made.script)], [`${app}_bg.wasm`, made.wasm]]) {
    await writeFile(at(file), bytes);
    const link = new RegExp(`(<link [^>]*href="/${file}"[^>]*integrity=")[^"]*(")`);
    if (!link.test(page)) throw new Error(`index.html: a link to ${file} with its hash is expected`);
    page = page.replace(link, (_, open, close) => `${open}${hash(bytes)}${close}`);
  }
  const parts = {};
  const workers = {};
  for (const file of (await readdir(folder)).filter((name) => /^factuur-[a-z0-9-]+\.wasm$/.test(name)).sort()) {
    const name = file.slice(0, -'.wasm'.length);
    const made = await readFile(at(file));
    // The pack is nothing but custom sections.
    const wasm = name === PACK ? made : withImports(made, (same) => same);
    await writeFile(at(file), wasm);
    // A program of a worker has a script of its own name.
    if (existsSync(at(`${name}.js`))) {
      const script = Buffer.from(withoutComments(await readFile(at(`${name}.js`), 'utf8')));
      await writeFile(at(`${name}.js`), script);
      workers[name] = { script, wasm };
    } else {
      parts[name] = wasm;
    }
  }
  return { html: page, parts, workers };
}

async function compress(folder) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !COMPRESSED.has(extname(entry.name))) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = await readFile(path);
    if (bytes.length < SMALLEST) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(bytes, { params }),
      promisify(gzip)(bytes, { level: 9 }),
    ]);
    await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
  }
}

/** Finishes the site in `from` into the folder `to`. */
export async function finishSite({ from, to, publicUrl = '/', config, compressed = true }) {
  const base = checkedBase(publicUrl);
  if (!existsSync(join(from, 'index.html'))) throw new Error(`${from} holds no built site`);
  if (existsSync(to) && !existsSync(join(to, '_headers')) && (await readdir(to)).length > 0) {
    throw new Error(`${to} is not empty and was not made by this script: choose another folder`);
  }
  const configText = await readFile(config ?? join(from, 'config.json'), 'utf8');
  const origins = originsOf(configText);
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  // First: with it the folder is known as ours, also when this is broken off.
  await writeFile(join(to, '_headers'), headersFile(origins));
  await cp(from, to, { recursive: true });
  const boot = Buffer.from(withoutComments(await readFile(join(from, 'boot.js'), 'utf8')));
  await writeFile(join(to, 'boot.js'), boot);
  const sheeted = await withOneSheet(await readFile(join(from, 'index.html'), 'utf8'), to);
  const { html, parts, workers } = await withShortNames(sheeted, to);
  const page = finishPage(html, { base, origins, boot, parts, workers });
  await writeFile(join(to, 'index.html'), page);
  await writeFile(join(to, '404.html'), page);
  await writeFile(join(to, 'config.json'), configText);
  if (compressed) await compress(to);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      from: { type: 'string', default: 'target/site' },
      to: { type: 'string', default: 'dist' },
      'public-url': { type: 'string', default: '/' },
      config: { type: 'string' },
      'no-compress': { type: 'boolean', default: false },
    },
  });
  const { from, to, config } = values;
  finishSite({ from, to, config, publicUrl: values['public-url'], compressed: !values['no-compress'] }).catch((error) => {
    console.error(`error: ${error.message}`);
    process.exit(1);
  });
}
