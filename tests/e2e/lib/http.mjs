// The site against an API on another origin: the sandbox as a native program, and a dist whose config.json offers it.
import { execFile, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { TODAY } from './site.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const PROGRAM = process.env.FACTUUR_SANDBOX_SERVER ?? `${root}target/debug/examples/sandbox-server`;

/** A port that nobody listens on. */
export async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/**
 * The sandbox as an HTTP program on 127.0.0.1:`port`, for the site at `origin`, in the month every test lives in.
 * `ask(method, path, body)` calls it as its default person; `stop()` ends it.
 */
export async function startSandbox({ port, origin }) {
  const program = spawn(PROGRAM, ['--port', String(port), '--origin', origin, '--now', TODAY], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise((done) => program.once('exit', done));
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  const address = (await lines.next()).value;
  const token = (await lines.next()).value?.replace('Authorization: Bearer ', '');
  if (!token) throw new Error(`${PROGRAM} did not start`);
  return {
    address,
    token,
    async ask(method, path, body) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const answer = await fetch(address + path, { method, headers, body: body && JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return answer.status === 204 ? undefined : answer.json();
    },
    async stop() {
      program.kill();
      await gone;
    },
  };
}

/** The last compilation, finished with a config.json of `origins`; FACTUUR_DEV=1 takes the development build. */
export async function distFor(origins, dist = 'target/dist-http') {
  const config = `${root}target/tmp/config-http.json`;
  await mkdir(`${root}target/tmp`, { recursive: true });
  await writeFile(config, JSON.stringify({ default: 'sandbox', origins }));
  const dev = process.env.FACTUUR_DEV ? ['--dev'] : [];
  await promisify(execFile)(`${root}scripts/build`, ['--no-compile', ...dev, '--config', config, '--dist', dist], { cwd: root });
  return `${root}${dist}`;
}
