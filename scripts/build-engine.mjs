// Builds the programs that run in workers: the engine (src/bin/factuur-engine.rs) and the explorer. Compiled for speed and
// with 128-bit SIMD, in a folder of their own, because the app's compilation has other flags. A hook of trunk.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Each with the feature that makes it.
const PROGRAMS = { 'factuur-engine': 'engine', 'factuur-explorer': 'explorer' };
const { TRUNK_STAGING_DIR: staging, TRUNK_PROFILE: trunk, TRUNK_SOURCE_DIR: source } = process.env;
if (!staging || !trunk || !source) throw new Error('this is a hook of trunk: run scripts/build');

// A development build is quicker to compile, and slower.
const profile = trunk === 'release' ? 'engine' : 'dev';
const target = join(process.env.CARGO_TARGET_DIR ?? join(source, 'target'), 'engine');

// What starts one: the page's first message is the hash that the wasm must have. Said once it listens. The same script is the
// receiver, a worker of the engine's own without wasm: it takes what the network brings while the engine computes.
const start = (program) => `
self.trustedTypes?.createPolicy('default', {
  createScriptURL(address) {
    if (new URL(address).origin === location.origin) return address;
    throw new TypeError('refused: a script from somewhere else');
  },
});
globalThis.factuurBlob = (bytes) => new Blob([bytes]);
globalThis.factuurFile = async (path) => {
  const answer = await fetch(new URL(path, import.meta.url));
  if (!answer.ok) throw new Error("status " + answer.status);
  return answer.arrayBuffer();
};
let receiver;
const open = new Map();
globalThis.factuurReceive = (number, url, headers) => {
  if (!receiver) {
    receiver = new Worker(import.meta.url, { type: 'module', name: 'factuur-receiver' });
    receiver.onmessage = ({ data: [asked, ...answer] }) => {
      open.get(asked)?.(answer);
      open.delete(asked);
    };
  }
  return new Promise((done) => {
    open.set(number, done);
    receiver.postMessage([number, url, headers]);
  });
};
globalThis.factuurStop = (number) => {
  if (open.delete(number)) receiver.postMessage([number]);
};
globalThis.factuurSpare = (buffer) => receiver.postMessage([0, buffer], [buffer]);
if (name === 'factuur-receiver') {
  const asked = new Map();
  // Buffers that are used again: the browser would keep many that nobody needs for a while.
  const spare = [];
  const receive = async (answer) => {
    if (!answer.body) return [new ArrayBuffer(0), 0];
    let reader;
    try {
      reader = answer.body.getReader({ mode: 'byob' });
    } catch {
      // A browser that fills nobody's buffers.
      const body = await answer.arrayBuffer();
      return [body, body.byteLength];
    }
    let buffer = spare.pop() ?? new ArrayBuffer(4_194_304);
    let length = 0;
    for (;;) {
      if (length === buffer.byteLength) buffer = buffer.transfer(2 * length);
      const { value, done } = await reader.read(new Uint8Array(buffer, length));
      buffer = value.buffer;
      length += value.byteLength;
      if (done) return [buffer, length];
    }
  };
  onmessage = async ({ data: [number, url, headers] }) => {
    if (number === 0) {
      if (spare.length < 2) spare.push(url);
      return;
    }
    if (!url) return asked.get(number)?.abort();
    const stop = new AbortController();
    asked.set(number, stop);
    try {
      const init = { headers, credentials: 'omit', cache: 'no-store', redirect: 'error', referrerPolicy: 'no-referrer', signal: stop.signal };
      const answer = await fetch(url, init);
      const [body, length] = await receive(answer);
      postMessage([number, answer.status, [...answer.headers], body, length], [body]);
    } catch (error) {
      postMessage([number, 0, String(error)]);
    }
    asked.delete(number);
  };
} else {
  onmessage = async ({ data }) => {
    onmessage = null;
    try {
      await __wbg_init({ module_or_path: fetch(new URL('${program}.wasm', import.meta.url), { integrity: data }) });
      postMessage(['ready']);
    } catch (error) {
      postMessage(['broken', String(error)]);
    }
  };
}
`;

// Less is put in line than by itself: a twelfth less to download.
const FLAGS = '-C target-feature=+simd128 -C llvm-args=-inline-threshold=100';

for (const [program, feature] of Object.entries(PROGRAMS)) {
  const work = mkdtempSync(join(tmpdir(), `${program}-`));
  try {
    execFileSync('cargo', ['build', '--offline', '--locked', '--quiet', '--profile', profile, '--target', 'wasm32-unknown-unknown', '--no-default-features', '--features', feature, '--bin', program], {
      cwd: source,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, CARGO_TARGET_DIR: target, RUSTFLAGS: `${process.env.RUSTFLAGS ?? ''} ${FLAGS}`.trim() },
    });
    const wasm = join(target, 'wasm32-unknown-unknown', profile === 'dev' ? 'debug' : profile, `${program}.wasm`);
    execFileSync('wasm-bindgen', ['--target', 'web', '--no-typescript', '--out-dir', work, '--out-name', program, wasm]);
    const script = readFileSync(join(work, `${program}.js`), 'utf8');
    if (!/as default/.test(script)) throw new Error('the script of wasm-bindgen is not as expected');
    writeFileSync(join(staging, `${program}.js`), script + start(program));
    writeFileSync(join(staging, `${program}.wasm`), readFileSync(join(work, `${program}_bg.wasm`)));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
