// Which source is looked at, and what is kept from the one it does not concern.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AZURE, enterToken } from './lib/http.mjs';
import { openSite, started } from './lib/site.mjs';

/** A visit with these settings of the site, and with what this browser and tab remember. */
const visit = (config, remembered, answer) => openSite({
  prepare: async (page) => {
    await page.route('**/config.json', (route) => route.fulfill({ json: config }));
    await page.route(`${AZURE}/**`, answer ?? ((route) => route.abort()));
    await page.addInitScript(({ local = {}, tab = {} }) => {
      for (const [key, value] of Object.entries(local)) localStorage.setItem(key, value);
      for (const [key, value] of Object.entries(tab)) sessionStorage.setItem(key, value);
    }, remembered);
  },
});

test('the directory and the person of the sandbox are never told to Azure', async () => {
  const told = [];
  const { page, close } = await visit(
    { default: 'sandbox', origins: [{ name: 'Azure', url: AZURE }] },
    { local: { 'factuur.source': AZURE }, tab: { 'factuur.directory': 'another-directory', 'factuur.viewAs': 'somebody' } },
    (route) => {
      told.push(...Object.keys(route.request().headers()));
      return route.fulfill({ json: { value: [] }, headers: { 'access-control-allow-origin': '*' } });
    },
  );
  await started(page);
  await enterToken(page, 'e30.e30.x');
  await page.getByText('No billing accounts').first().waitFor();
  assert.ok(told.includes('authorization'));
  assert.deepEqual(told.filter((name) => name.includes('factuur')), []);
  assert.equal(await page.getByText(/You are viewing as|Viewing as/).count(), 0);
  await close();
});

test('a source that is no longer on offer gives way to the one the site begins with', async () => {
  const team = 'https://team.example';
  const { page, close } = await visit(
    { default: team, origins: [{ name: 'Team', url: team, sandbox: true }] },
    { local: { 'factuur.source': AZURE } },
  );
  await started(page);
  await page.getByRole('heading', { name: 'Access token needed' }).waitFor();
  await page.getByText('team.example').first().waitFor();
  await close();
});
