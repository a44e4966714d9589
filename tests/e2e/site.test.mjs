// The built site as a host serves it: it starts, it is guarded, and it says so in words when it cannot start.
import assert from 'node:assert/strict';
import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { finishSite, headersFile, originsOf, policy } from '../../scripts/finish-site.mjs';
import { axe, DIST, DIST_SUB, openSite, served, started } from './lib/site.mjs';

const none = { console: [], csp: [], requests: [] };

test('the site starts at the root of a host, without a violation, an error or a failed request', async () => {
  const { page, problems, close } = await openSite();
  await started(page);
  await page.locator('h1').first().waitFor();
  assert.equal(await page.locator('html').getAttribute('data-base'), '/');
  assert.deepEqual(problems, none);
  await close();
});

test('each file of the app is asked for once', async () => {
  const asked = [];
  const { page, close } = await openSite({ prepare: (page) => page.on('request', (r) => asked.push(new URL(r.url()).pathname)) });
  await started(page);
  const code = asked.filter((path) => /\.(js|wasm)$/.test(path));
  assert.deepEqual(code.toSorted(), [...new Set(code)].toSorted());
  await close();
});

test('the first page has no accessibility violation, light and dark', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const { page, close } = await openSite({ colorScheme });
    await started(page);
    await page.locator('h1').first().waitFor();
    assert.deepEqual(await axe(page), [], colorScheme);
    await close();
  }
});

test('the site starts under a sub-path', async () => {
  const { page, site, problems, close } = await openSite({ dist: DIST_SUB });
  assert.ok(site.endsWith('/x/y/'));
  await started(page);
  assert.equal(await page.locator('html').getAttribute('data-base'), '/x/y/');
  assert.deepEqual(problems, none);
  await close();
});

test('a deep link opens cold, on a host that rewrites and on one that only has 404.html', async () => {
  for (const dist of [DIST, DIST_SUB]) {
    for (const fallback of ['index', '404']) {
      const { page, site, problems, close } = await openSite({ dist, fallback, path: 'some/deep/link?filter=Due' });
      await started(page);
      assert.equal(page.url(), `${site}some/deep/link?filter=Due`);
      assert.deepEqual(problems.csp, []);
      if (fallback === 'index') assert.deepEqual(problems, none);
      await close();
    }
  }
});

test('the page holds no inline script, style or handler, and its policy as a meta', async () => {
  const page = await readFile(join(DIST, 'index.html'), 'utf8');
  assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)/i);
  assert.doesNotMatch(page, /<style|\sstyle=|\son[a-z]+=/i);
  const origins = originsOf(await readFile(join(DIST, 'config.json'), 'utf8'));
  for (const [name, value] of policy(origins)) {
    assert.equal(page.includes(`${name} ${value}`), name !== 'frame-ancestors', name);
  }
  assert.equal(await readFile(join(DIST, '404.html'), 'utf8'), page);
});

test('every answer carries the headers', async () => {
  const site = await served();
  for (const path of ['', 'boot.js', 'config.json', 'billing/scopes']) {
    const { headers } = await fetch(site + path);
    const csp = headers.get('content-security-policy');
    assert.match(csp, /frame-ancestors 'none'/);
    assert.match(csp, /connect-src 'self' https:\/\/management\.azure\.com;/);
    assert.doesNotMatch(csp, /unsafe-inline|'unsafe-eval'/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
    assert.equal(headers.get('cache-control'), 'no-cache');
    assert.match(headers.get('strict-transport-security'), /max-age=31536000/);
  }
});

test('wasm is sent as wasm, and small', async () => {
  const site = await served();
  const [path] = /[^"/]+_bg\.wasm/.exec(await (await fetch(site)).text());
  const answer = await fetch(site + path, { headers: { 'accept-encoding': 'br' } });
  assert.equal(answer.headers.get('content-type'), 'application/wasm');
  assert.equal(answer.headers.get('content-encoding'), 'br');
});

test('a file that is missing is a 404, a page of the app is not', async () => {
  const site = await served();
  assert.equal((await fetch(`${site}missing.js`)).status, 404);
  assert.equal((await fetch(`${site}billing/invoices`)).status, 200);
});

test('no path leads out of the served folder', async () => {
  const site = new URL(await served());
  const page = await (await fetch(site)).text();
  const asIs = (path) => new Promise((done, failed) => {
    request({ host: site.hostname, port: site.port, path }, (answer) => {
      let text = '';
      answer.on('data', (part) => (text += part)).on('end', () => done(text));
    }).on('error', failed).end();
  });
  for (const path of ['/../Cargo.toml', '/%2e%2e/Cargo.toml', '/..%2fCargo.toml', '/%2e%2e%5cCargo.toml', '/x/../../Cargo.toml', '/_headers', '/%00', '/%zz']) {
    assert.equal(await asIs(path), page, path);
  }
});

const flipped = (name) => async (page) => {
  await page.route(name, async (route) => {
    const answer = await route.fetch();
    const body = await answer.body();
    // The last byte of a name or of a data section: still a valid file, no longer the built one.
    body[body.length - 2] ^= 1;
    await route.fulfill({ response: answer, body });
  });
};

for (const [what, name] of [['wasm', /_bg\.wasm$/], ['loader', /factuur-app-[0-9a-f]+\.js$/], ['boot.js', /boot\.js$/]]) {
  test(`one flipped byte in the ${what} does not start the app`, async () => {
    for (const [locale, sentence] of [['en-US', 'could not start'], ['nl-NL', 'kan niet starten'], ['sv-SE', 'kan inte starta']]) {
      const { page, close } = await openSite({ locale, prepare: flipped(name) });
      if (what === 'boot.js') {
        // Nothing runs at all: the static page stays, for who wrote boot.js could write anything.
        await page.waitForLoadState('networkidle');
        assert.equal(await page.locator('#boot-message').textContent(), 'Loading…');
      } else {
        await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
      }
      assert.equal(await page.locator('h1').count(), 0);
      await close();
    }
  });
}

test('wasm that is missing is told in words', async () => {
  const { page, close } = await openSite({ prepare: (page) => page.route('**/*_bg.wasm', (route) => route.fulfill({ status: 404, body: 'gone' })) });
  await page.getByRole('alert').filter({ hasText: 'could not start' }).waitFor();
  await close();
});

test('the theme is set before the app starts, whatever is stored', async () => {
  for (const [stored, theme] of [['{"theme":"dark"}', 'dark'], ['{"theme":"light"}', 'light'], ['{"theme":"<b>"}', 'system'], ['garbage', 'system'], ['null', 'system'], ['7', 'system']]) {
    const { page, close } = await openSite({
      prepare: async (page) => {
        await page.addInitScript((text) => localStorage.setItem('factuur.preferences', text), stored);
        // The app never comes: what is seen is boot.js alone.
        await page.route('**/*_bg.wasm', (route) => route.fulfill({ status: 404, body: '' }));
      },
    });
    await page.getByRole('alert').waitFor();
    assert.equal(await page.locator('html').getAttribute('data-theme'), theme, stored);
    await close();
  }
});

test('the site starts when storage is blocked', async () => {
  const { page, problems, close } = await openSite({
    prepare: (page) => page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
      }
    }),
  });
  await started(page);
  assert.deepEqual(problems.csp, []);
  await close();
});

test('inside another page the site refuses to run: by its header, and by boot.js where a host sends none', async () => {
  const site = await served();
  const bare = await openSite({ start: false });
  await bare.page.route(`${site}**`, async (route) => {
    const answer = await route.fetch();
    const headers = { ...answer.headers() };
    delete headers['content-security-policy'];
    await route.fulfill({ response: answer, headers });
  });
  const guarded = await openSite({ start: false });
  const outer = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(`<iframe src="${site}"></iframe>`));
  await new Promise((done) => outer.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${outer.address().port}/`;

  await bare.page.goto(address);
  const frame = bare.page.frameLocator('iframe');
  await frame.getByRole('alert').filter({ hasText: 'does not run inside another page' }).waitFor();
  assert.equal(await frame.locator('h1').count(), 0);
  assert.equal(await frame.getByRole('link', { name: 'Open Factuur in a tab of its own' }).getAttribute('href'), site);

  await guarded.page.goto(address);
  assert.equal(await guarded.page.frameLocator('iframe').locator('#boot').count(), 0);

  outer.close();
  await bare.close();
  await guarded.close();
});

test('the origins of config.json, and no others, go into the policy', () => {
  const origins = originsOf('{"default":"http://127.0.0.1:8081","origins":[{"name":"Team","url":"http://127.0.0.1:8081"}]}');
  assert.match(headersFile(origins), /connect-src 'self' http:\/\/127\.0\.0\.1:8081;/);
  for (const url of ['http://example.com', 'https://a.example/x', "https://a.example; script-src *", 'https://*.example', 'https://u@a.example']) {
    assert.throws(() => originsOf(JSON.stringify({ default: 'sandbox', origins: [{ name: 'x', url }] })), /not an origin/, url);
  }
  assert.throws(() => originsOf('{"default":"https://b.example","origins":[]}'), /neither/);
});

test('a folder that holds something else is never overwritten, and an odd path is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'factuur-'));
  await writeFile(join(folder, 'thesis.txt'), 'mine');
  await assert.rejects(finishSite({ from: DIST, to: folder }), /not empty/);
  await assert.rejects(finishSite({ from: DIST, to: join(folder, 'new'), publicUrl: '/a/../b/' }), /a path such as/);
  await assert.rejects(finishSite({ from: DIST, to: join(folder, 'new'), publicUrl: '/"><b/' }), /a path such as/);
  await rm(folder, { recursive: true });
});
