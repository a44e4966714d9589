// The data over HTTP: the sandbox as a program on another origin, with CORS and a token; and Azure's own origin.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AZURE, chooseSource, enterToken, startTeam } from './lib/http.mjs';
import { openSite, started } from './lib/site.mjs';

const ACCOUNT = '5d0e0f3a-41c7-4f0b-8b9c-2f6f7c1d9a10:7b6c1f44-90de-4c3a-a1d8-3e5b9f2a6c01_2019-05-31';
const PROFILE = 'R4ZK-W8PT-BG7-QLD';
const IAM = `accounts/${encodeURIComponent(ACCOUNT)}/profiles/${PROFILE}/access`;
const INVOICES = `accounts/${encodeURIComponent(ACCOUNT)}/profiles/${PROFILE}/invoices`;

let team, origin, site, sandbox;

before(async () => {
  team = await startTeam();
  ({ origin, site, sandbox } = team);
});

after(() => sandbox?.stop());

const open = (options) => team.open(options);
const connected = (path, options) => team.connected(path, options);

const kwelderoog = (page) => page.getByRole('link', { name: 'Kwelderoog Zeevracht B.V.' }).first();

test('the server answers a preflight for every header that the site sends, and lets it read what it needs', async () => {
  const asked = 'authorization,content-type,x-factuur-directory,x-ms-client-request-id';
  const answer = await fetch(`${origin}/providers/Microsoft.Billing/billingAccounts?api-version=2024-04-01`, {
    method: 'OPTIONS',
    headers: { 'origin': new URL(site).origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': asked },
  });
  const list = (name) => answer.headers.get(name).toLowerCase().split(/, */);
  assert.equal(answer.status, 204);
  assert.equal(answer.headers.get('access-control-allow-origin'), new URL(site).origin);
  for (const name of asked.split(',')) assert.ok(list('access-control-allow-headers').includes(name), name);
  for (const method of ['get', 'post', 'put', 'patch', 'delete']) assert.ok(list('access-control-allow-methods').includes(method), method);
  for (const name of ['location', 'retry-after', 'x-ms-request-id']) assert.ok(list('access-control-expose-headers').includes(name), name);
});

test('another source asks for a token, opens the same page, and asks again after a reload', async () => {
  const { page, problems, close } = await connected('?q=kwel');
  await kwelderoog(page).waitFor();
  assert.equal(page.url(), `${site}?q=kwel`);
  await page.reload();
  await page.getByRole('heading', { name: 'Access token needed' }).waitFor();
  assert.equal(await kwelderoog(page).count(), 0);
  await enterToken(page, sandbox.token);
  await kwelderoog(page).waitFor();
  assert.equal(page.url(), `${site}?q=kwel`);
  assert.deepEqual(problems, { console: [], csp: [], requests: [] });
  await close();
});

test('the token is kept nowhere and goes to its origin alone', async () => {
  const { page, context, requests, close } = await connected('');
  await kwelderoog(page).click();
  await page.getByRole('heading', { level: 1, name: 'Kwelderoog Zeevracht B.V.' }).waitFor();
  const places = await page.evaluate(() => [
    JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie, location.href,
    String(JSON.stringify(history.state)), document.documentElement.outerHTML,
    ...[...document.querySelectorAll('input')].map((input) => input.value),
  ]);
  for (const place of [...places, JSON.stringify(await context.storageState())]) assert.ok(!place.includes(sandbox.token), place.slice(0, 200));
  let sent = 0;
  for (const request of requests) {
    const headers = await request.allHeaders();
    const secret = headers.authorization;
    assert.ok(!request.url().includes(sandbox.token), request.url());
    if (request.url().startsWith(`${origin}/`)) {
      assert.equal(secret, `Bearer ${sandbox.token}`, request.url());
      assert.ok(!headers.referer && !headers.cookie, request.url());
      sent += 1;
    } else {
      assert.ok(request.url().startsWith(site), request.url());
      assert.equal(secret, undefined, request.url());
    }
  }
  assert.ok(sent > 2, `${sent} requests`);
  await close();
});

test('a colleague becomes Invoice manager over HTTP, is listed, and still is after a reload', async () => {
  const { page, requests, problems, close } = await connected(IAM);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const pane = page.getByRole('dialog', { name: 'Add role assignment' });
  await pane.getByLabel('Role').selectOption('Invoice manager');
  await pane.getByRole('combobox', { name: 'Name or email' }).fill('tomas.akerblad@kwelderoog.example');
  await page.getByRole('option', { name: /Tomas Åkerblad/ }).click();
  await pane.getByRole('button', { name: 'Save' }).click();
  await pane.waitFor({ state: 'hidden' });
  const row = page.getByRole('row', { name: /Tomas Åkerblad.*Invoice manager/ });
  await row.waitFor();
  await page.reload();
  await enterToken(page, sandbox.token);
  await row.waitFor();
  assert.equal(new URL(page.url()).pathname, `/${IAM}`);
  const { value } = await sandbox.ask('GET', `/providers/Microsoft.Billing/billingAccounts/${ACCOUNT}/billingProfiles/${PROFILE}/billingRoleAssignments?api-version=2024-04-01`);
  const tomas = value.filter(({ properties }) => properties.principalId === 'a0000000-0000-4000-8000-000000000011');
  assert.equal(tomas.length, 1);
  assert.match(tomas[0].properties.roleDefinitionId, /40000000-aaaa-bbbb-cccc-100000000004$/);
  // The role was given once, and its end was read at the address in Location, which only CORS lets a page see.
  const posts = requests.filter((request) => request.method() === 'POST' && /createBillingRoleAssignment/i.test(request.url()));
  assert.equal(posts.length, 1);
  assert.ok(requests.some((request) => /operationResults/i.test(request.url())));
  assert.deepEqual(problems, { console: [], csp: [], requests: [] });
  await close();
});

test('another directory shows its own accounts', async () => {
  const { page, requests, close } = await connected('');
  await kwelderoog(page).waitFor();
  await page.getByRole('button', { name: /Account menu|Marijke/ }).click();
  await page.getByRole('button', { name: 'Switch to Fjällsippa Molnpartner' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: /Fjällsippa/ }).first().waitFor();
  assert.equal(await page.getByRole('link', { name: 'Kwelderoog Zeevracht B.V.' }).count(), 0);
  const last = requests.findLast((request) => /billingAccounts\?/i.test(request.url()));
  assert.equal((await last.allHeaders())['x-factuur-directory'], '22bb0000-7c1e-4d52-9a01-0c0ffee00002');
  await close();
});

test('a token that is refused is told in words, with the way to another one', async () => {
  const { page, close } = await connected('', { token: 'sandbox.nobody' });
  const alert = page.getByRole('alert').filter({ hasText: 'Your sign-in is not accepted or has ended' });
  await alert.waitFor();
  assert.match(await alert.innerText(), /InvalidAuthenticationToken/);
  assert.match(await alert.innerText(), /[0-9a-f]{8}-[0-9a-f]{4}-/, 'the request id, which CORS has to expose');
  await alert.getByRole('button', { name: 'Use another token' }).click();
  await enterToken(page, sandbox.token);
  await kwelderoog(page).waitFor();
  // A token that works can be changed too: another person, another directory.
  await page.getByRole('button', { name: /Account menu|Marijke/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Use another token' }).click();
  await page.keyboard.press('Escape');
  await enterToken(page, 'sandbox.a0000000-0000-4000-8000-000000000012');
  await page.getByText('No billing accounts').first().waitFor();
  await close();
});

test('a server that is gone is told in words, and another try works once it is back', async () => {
  const { page, close } = await connected(INVOICES);
  const rows = page.getByRole('row');
  await rows.nth(5).waitFor();
  await sandbox.stop();
  try {
    await page.getByRole('button', { name: 'Refresh' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'The server could not be reached' }).first();
    await alert.waitFor();
    sandbox = await team.start();
    await alert.getByRole('button', { name: 'Retry' }).click();
    await alert.waitFor({ state: 'hidden' });
    await rows.nth(5).waitFor();
  } finally {
    await sandbox.stop();
    sandbox = await team.start();
  }
  await close();
});

// Azure's answers, in the shapes that Microsoft publishes; companies and people are invented.
const roleId = (scope) => `${scope}/billingRoleDefinitions/40000000-aaaa-bbbb-cccc-100000000004`;
const ACCOUNT_ID = '/providers/Microsoft.Billing/billingAccounts/11111111-2222-4333-8444-555555555555:66666666-7777-4888-8999-000000000000_2019-05-31';
const PROFILE_ID = `${ACCOUNT_ID}/billingProfiles/ABCD-EFGH-IJK-LMN`;
const OWNER = '77777777-0000-4000-8000-000000000001';

function azure(path) {
  const page = (...value) => ({ value, nextLink: null });
  const item = (id, type, properties) => ({ id, name: id.split('/').at(-1), type: `Microsoft.Billing/billingAccounts${type}`, properties });
  const account = item(ACCOUNT_ID, '', { displayName: 'Duinrand Rederij N.V.', agreementType: 'MicrosoftCustomerAgreement', accountType: 'Enterprise', accountStatus: 'Active', hasReadAccess: true });
  const profile = item(PROFILE_ID, '/billingProfiles', { displayName: 'Duinrand', currency: 'EUR', status: 'Active', hasReadAccess: true });
  const assignment = item(`${PROFILE_ID}/billingRoleAssignments/40000000-aaaa-bbbb-cccc-100000000000_${OWNER}`, '/billingProfiles/billingRoleAssignments', {
    scope: PROFILE_ID, principalId: OWNER, roleDefinitionId: `${PROFILE_ID}/billingRoleDefinitions/40000000-aaaa-bbbb-cccc-100000000000`,
  });
  const definitions = ['100000000000', '100000000001', '100000000002', '100000000004'].map((end, at) =>
    item(`${PROFILE_ID}/billingRoleDefinitions/40000000-aaaa-bbbb-cccc-${end}`, '/billingProfiles/billingRoleDefinitions', {
      roleName: ['Billing profile owner', 'Billing profile contributor', 'Billing profile reader', 'Invoice manager'][at], permissions: [],
    }));
  const lower = path.toLowerCase();
  const is = (id, end) => lower === `${id}${end}`.toLowerCase();
  if (is('/providers/Microsoft.Billing/billingAccounts', '')) return page(account);
  if (is(ACCOUNT_ID, '')) return account;
  if (is(ACCOUNT_ID, '/billingProfiles')) return page(profile);
  if (is(PROFILE_ID, '')) return profile;
  if (is(PROFILE_ID, '/billingRoleDefinitions')) return page(...definitions);
  if (is(PROFILE_ID, '/billingRoleAssignments') || is(PROFILE_ID, '/resolveBillingRoleAssignments')) return page(assignment);
  if (lower.endsWith('billingroleassignments')) return page();
  if (lower.endsWith('billingroledefinitions')) return page();
  if (is(PROFILE_ID, '/createBillingRoleAssignment')) {
    const id = `${PROFILE_ID}/billingRoleAssignments/40000000-aaaa-bbbb-cccc-100000000004_new`;
    return item(id, '/billingProfiles/billingRoleAssignments', { scope: PROFILE_ID, principalId: '12345678-90ab-4def-8234-567890abcdef', roleDefinitionId: roleId(PROFILE_ID) });
  }
  return undefined;
}

test('against Azure a role is given by object id, with the reason said, and nothing of the sandbox is shown', async () => {
  const claims = Buffer.from(JSON.stringify({ oid: OWNER, tid: '99999999-0000-4000-8000-000000000001', name: 'Wietske Duinrand', upn: 'wietske@duinrand.example' })).toString('base64url');
  const token = `e30.${claims}.signature`;
  const asked = [];
  const given = [];
  const answered = async (page) => page.route(`${AZURE}/**`, async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    asked.push({ path: decodeURIComponent(pathname), headers: await request.allHeaders() });
    if (request.method() === 'POST' && /createBillingRoleAssignment$/i.test(pathname)) given.push(request.postDataJSON());
    const answer = azure(decodeURIComponent(pathname));
    const cors = { 'access-control-allow-origin': '*', 'x-ms-request-id': 'azure-1' };
    if (answer) return route.fulfill({ json: answer, headers: cors });
    return route.fulfill({ status: 404, json: { error: { code: 'NotFound', message: pathname } }, headers: cors });
  });
  const path = PROFILE_ID.replace('/providers/Microsoft.Billing/billingAccounts/', 'accounts/').replace('billingProfiles', 'profiles').replace(':', '%3A');
  const { page, close } = await open({ path: `${path}/access`, prepare: answered });
  await chooseSource(page, /Azure/);
  assert.match(await page.locator('#content').innerText(), /az account get-access-token --resource https:\/\/management\.azure\.com/);
  await enterToken(page, token);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const pane = page.getByRole('dialog', { name: 'Add role assignment' });
  await pane.getByLabel('Role').selectOption('Invoice manager');
  assert.equal(await pane.getByRole('combobox', { name: 'Name or email' }).count(), 0);
  const field = pane.getByLabel('Object id');
  await pane.getByText('knows people by their object id. Names need the directory').waitFor();
  await field.fill('wietske@duinrand.example');
  await pane.getByRole('button', { name: 'Save' }).click();
  await pane.getByText('An object id looks like').waitFor();
  assert.deepEqual(given, []);
  await field.fill('12345678-90AB-4DEF-8234-567890ABCDEF');
  await pane.getByRole('button', { name: 'Save' }).click();
  await pane.waitFor({ state: 'hidden' });
  assert.equal(given.length, 1);
  assert.equal(given[0].principalId ?? given[0].properties?.principalId, '12345678-90ab-4def-8234-567890abcdef');

  await page.getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('radio', { name: /Azure/ }).waitFor();
  assert.equal(await settings.getByRole('button', { name: 'Reset sandbox' }).count(), 0);
  assert.equal(await settings.getByLabel('Load test profile').count(), 0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Account menu|Wietske/ }).click();
  const account = page.getByRole('dialog').filter({ hasText: 'Wietske Duinrand' });
  await account.waitFor();
  assert.equal(await account.getByText('View as').count(), 0);
  assert.equal(await page.getByText('invented data').count(), 0);

  assert.ok(asked.length > 3);
  for (const { path, headers } of asked) {
    assert.equal(headers.authorization, `Bearer ${token}`, path);
    assert.equal(headers['x-factuur-directory'], undefined, path);
    assert.doesNotMatch(path, /Factuur\.Sandbox/i);
  }
  await close();
});
