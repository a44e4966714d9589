// The site against an API on another origin: the sandbox as a native program, and a dist whose config.json offers it.
import { execFile, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { TODAY, openSite, served, started } from './site.mjs';

/** Azure's own origin. */
export const AZURE = 'https://management.azure.com';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const PROGRAM = process.env.FACTUUR_SANDBOX_SERVER ?? `${root}target/debug/examples/sandbox-server`;

/** A port that nobody listens on. */
async function freePort() {
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
async function startSandbox({ port, origin }) {
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
export async function siteFor(origins, name) {
  const dist = `target/dist-${name}`;
  const config = `${root}target/tmp/config-${name}.json`;
  await mkdir(`${root}target/tmp`, { recursive: true });
  await writeFile(config, JSON.stringify({ default: 'sandbox', origins }));
  const dev = process.env.FACTUUR_DEV ? ['--dev'] : [];
  await promisify(execFile)(`${root}scripts/build`, ['--no-compile', ...dev, '--config', config, '--dist', dist], { cwd: root });
  return `${root}${dist}`;
}

/** Opens the settings and takes the data from another of the sources on offer. */
export async function chooseSource(page, name) {
  await started(page);
  await page.getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('radio', { name }).check();
  await settings.getByRole('button', { name: 'Continue' }).click();
  await settings.waitFor({ state: 'hidden' });
}

/** Answers the page that asks for a token. */
export async function enterToken(page, token) {
  await page.getByRole('heading', { name: 'Access token needed' }).waitFor();
  await page.getByLabel('Access token').fill(token);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/**
 * A team's set-up: its sandbox server, and a site of its own (`name` tells it from those of other test files) that offers
 * the server and Azure. `open(options)` is a person's window with every request that leaves it; `connected(path, { token,
 * prepare })` is one that looks at the server already.
 */
export async function startTeam(name = 'http') {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const dist = await siteFor([{ name: 'Team sandbox', url: origin, sandbox: true }, { name: 'Azure', url: AZURE }], name);
  const site = await served({ dist });
  const start = () => startSandbox({ port, origin: new URL(site).origin });
  const sandbox = await start();
  const open = async (options = {}) => {
    const requests = [];
    const prepare = async (page) => {
      page.on('request', (request) => requests.push(request));
      await options.prepare?.(page);
    };
    return { requests, ...await openSite({ dist, ...options, prepare }) };
  };
  const connected = async (path, { token = sandbox.token, prepare } = {}) => {
    const opened = await open({ path, prepare });
    await chooseSource(opened.page, /Team sandbox/);
    await enterToken(opened.page, token);
    return opened;
  };
  return { origin, site, sandbox, start, open, connected };
}
