// Opens the built site in Chromium as a person would see it, and keeps what went wrong on the way.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { serveSite } from '../../../scripts/static-server.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The site for the path `/`, and the same compilation finished for `/x/y/`. */
export const DIST = process.env.FACTUUR_DIST ?? here('../../../dist');
export const DIST_SUB = process.env.FACTUUR_DIST_SUB ?? here('../../../target/dist-sub');
/** The day every test lives in. */
export const TODAY = '2026-11-21T10:00:00Z';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

// The browser ignores the hash that trunk writes on the wasm's preload; boot.js reads it from there and enforces it.
const KNOWN_WARNING = '`integrity` attribute is currently ignored for preload destinations';

// One browser and one server of each kind for a test file; the file's end closes them.
let browser;
const servers = new Map();

after(async () => {
  await browser?.close();
  for (const server of servers.values()) await (await server).close();
});

/** Address of the served site. `fallback: '404'` is a host without rewrites. */
export async function served({ dist = DIST, fallback = 'index' } = {}) {
  const key = `${dist} ${fallback}`;
  if (!servers.has(key)) servers.set(key, serveSite({ dist, fallback }));
  return (await servers.get(key)).address;
}

/**
 * A fresh person's window on the site: no storage, the given language, theme, window size and clock.
 *
 * `path` is relative to the site's root (`invoices?status=Due`). `prepare(page)` runs before the first request, for
 * routes. `start: false` opens nothing yet. The answer holds `page`, `context`, `site` (its address), `problems`
 * (`console`, `csp`, `requests`: words of each) and `close()`.
 */
export async function openSite({
  path = '', locale = 'en-US', colorScheme = 'light', viewport = { width: 1440, height: 900 }, clock = TODAY,
  timezoneId = 'UTC', dist, fallback, prepare, start = true, forcedColors, reducedMotion = 'reduce',
} = {}) {
  browser ??= await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  const site = await served({ dist, fallback });
  const context = await browser.newContext({
    locale, colorScheme, viewport, timezoneId, forcedColors, reducedMotion, acceptDownloads: true,
  });
  const problems = { console: [], csp: [], requests: [] };
  await context.exposeBinding('reportViolation', (_, words) => problems.csp.push(words));
  await context.addInitScript(() => {
    const seen = (event) => window.reportViolation(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample ?? ''}`);
    document.addEventListener('securitypolicyviolation', seen);
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(clock));
  page.on('console', (message) => {
    if (message.text().includes(KNOWN_WARNING)) return;
    if (message.type() === 'error' || message.type() === 'warning') problems.console.push(message.text());
  });
  page.on('pageerror', (error) => problems.console.push(String(error)));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A request that the page itself gave up is no failure.
    if (why !== 'net::ERR_ABORTED') problems.requests.push(`${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.requests.push(`${response.url()} ${response.status()}`);
  });
  await prepare?.(page);
  if (start) await page.goto(site + path);
  return { page, context, site, problems, close: () => context.close() };
}

/** Waits until the app has taken the place of the static shell. */
export async function started(page) {
  await page.locator('#boot').waitFor({ state: 'detached' });
}

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * axe's violations on the page as it stands, one line each (rule, help, first places); no rule is off. The script comes
 * in through the debugger, so the page's own policy stays in force.
 */
export async function axe(page) {
  const debug = await page.context().newCDPSession(page);
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await debug.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  try {
    await evaluate(`${axeSource}; undefined`);
    const found = await evaluate(`axe.run(document, ${JSON.stringify({ runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] })})
      .then((report) => report.violations.map((v) => ({ id: v.id, help: v.help, nodes: v.nodes.map((n) => n.target.join(' ')) })))`);
    return found.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}): ${nodes.slice(0, 3).join(' | ')}`);
  } finally {
    await debug.detach();
  }
}

/** Does `action`, waits for the file that it downloads, and returns its `name`, its `text` and its `bytes`. */
export async function download(page, action) {
  const [file] = await Promise.all([page.waitForEvent('download'), action()]);
  const bytes = await readFile(await file.path());
  return { name: file.suggestedFilename(), text: bytes.toString('utf8'), bytes };
}
