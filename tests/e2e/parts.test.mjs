// The parts that are loaded on first use: not before, checked, and told in words when they cannot be had.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite, started } from './lib/site.mjs';
import { EUR, of } from './lib/tenant.mjs';

const none = { console: [], csp: [], requests: [] };
const SANDBOX = /factuur-sandbox\.wasm/;
const ACCESS = /factuur-access\.wasm/;
const remote = JSON.stringify({ default: 'https://management.azure.com', origins: [{ name: 'Azure', url: 'https://management.azure.com' }] });

const asksFor = (asked) => (page) => page.on('request', (request) => asked.push(new URL(request.url()).pathname));

const flipOnce = (name, state) => (page) => page.route(name, async (route) => {
  const answer = await route.fetch();
  const body = await answer.body();
  if (state.broken) body[body.length - 2] ^= 1;
  await route.fulfill({ response: answer, body });
});

test('who looks at the sandbox loads it once, and its data appears', async () => {
  const asked = [];
  const { page, problems, close } = await openSite({ prepare: asksFor(asked) });
  await started(page);
  await page.locator('h1').first().waitFor();
  await page.getByText('Kwelderoog Zeevracht B.V.').first().waitFor();
  assert.equal(asked.filter((path) => SANDBOX.test(path)).length, 1);
  assert.deepEqual(asked.filter((path) => ACCESS.test(path)), []);
  assert.deepEqual(problems, none);
  await close();
});

test('who looks at Azure never loads the sandbox', async () => {
  const asked = [];
  const { page, close } = await openSite({
    prepare: async (page) => {
      asksFor(asked)(page);
      await page.route('**/config.json', (route) => route.fulfill({ contentType: 'application/json', body: remote }));
    },
  });
  await started(page);
  await page.getByRole('textbox').first().waitFor();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(asked.filter((path) => SANDBOX.test(path) || path.includes('/sandbox/')), []);
  await close();
});

test("one flipped byte in the sandbox gives a sentence and no data, and trying again helps once it is whole", async () => {
  const state = { broken: true };
  const { page, close } = await openSite({ prepare: flipOnce(SANDBOX, state) });
  await started(page);
  await page.getByText('The site could not read its own files').first().waitFor();
  assert.equal(await page.getByText('Kwelderoog Zeevracht B.V.').count(), 0);
  state.broken = false;
  await page.getByRole('button', { name: 'Retry' }).first().click();
  await page.getByText('Kwelderoog Zeevracht B.V.').first().waitFor();
  await close();
});

test('one flipped byte in the part of a page gives a sentence on that page, and trying again helps once it is whole', async () => {
  const state = { broken: true };
  const { page, close } = await openSite({ path: of('profiles', EUR, 'access'), prepare: flipOnce(ACCESS, state) });
  await started(page);
  await page.getByText('The site could not read its own files').first().waitFor();
  state.broken = false;
  await page.getByRole('button', { name: 'Retry' }).first().click();
  await page.getByRole('heading', { level: 1, name: /Access control/ }).waitFor();
  await close();
});

test('what loads the parts cannot be replaced, and loads no others', async () => {
  const { page, close } = await openSite();
  await started(page);
  const outcome = await page.evaluate(async () => {
    const tried = (attempt) => {
      try {
        attempt();
        return 'done';
      } catch (error) {
        return error.name;
      }
    };
    return [
      await (async () => { 'use strict'; return tried(() => { window.factuur = {}; }); })(),
      await (async () => { 'use strict'; return tried(() => { window.factuur.part = () => {}; }); })(),
      await window.factuur.part('../elsewhere').catch((error) => error.message),
    ];
  });
  assert.deepEqual(outcome, ['TypeError', 'TypeError', '../elsewhere: there is no such part']);
  await close();
});
