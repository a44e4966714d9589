// axe finds nothing on any page or open pane, light or dark. No rule is off.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from './lib/site.mjs';
import { ACCOUNT, EUR, PARTNER, RESERVATION, SECTION, SUB_01, SUB_02, loaded, mosp, of, openPage, switchDirectory } from './lib/tenant.mjs';

/** Every page, and the table (or else a text) that tells that it is there. */
const PAGES = [
  ['billing scopes', '', 'Billing scopes'],
  ['overview of an account', of(), null],
  ['properties of an account', of('properties'), null],
  ['invoices of an account', of('invoices'), 'Invoices'],
  ['invoices, none found', `${of('invoices')}?q=nothing-like-this`, 'Invoices'],
  ['billing profiles', of('profiles'), 'Billing profiles'],
  ['access control of an account', of('access'), 'Access control (IAM)'],
  ['overview of a profile', of('profiles', EUR), null],
  ['invoices of a profile', of('profiles', EUR, 'invoices'), 'Invoices'],
  ['invoice sections', of('profiles', EUR, 'sections'), 'Invoice sections'],
  ['access control of a profile', of('profiles', EUR, 'access'), 'Access control (IAM)'],
  ['properties of a profile', of('profiles', EUR, 'properties'), null],
  ['access control of a section', of('profiles', EUR, 'sections', SECTION, 'access'), 'Access control (IAM)'],
  ['subscriptions', mosp('subscriptions'), 'Subscriptions'],
  ['overview of a subscription', mosp('subscriptions', SUB_01), null],
  ['invoices of a subscription', mosp('subscriptions', SUB_02, 'invoices'), 'Invoices'],
  ['billing history', `${mosp('subscriptions', SUB_01, 'billing-history')}?statement=2026-11-05`, 'Billing history'],
  ['payment methods', mosp('subscriptions', SUB_01, 'payment-methods'), 'Payment methods'],
  ['properties of a subscription', mosp('subscriptions', SUB_01, 'properties'), null],
  ['invoices of a pay-as-you-go account', mosp('invoices'), 'Invoices'],
  ['an invoice of a subscription', mosp('invoices', 'EIK8V8E9BC'), 'Statement'],
  ['an address that is no page', 'no/such/page', null],
  ['an invoice that is not there', of('invoices', 'G000000000'), null],
];

/** Panes that open over a page: `pane` of the address, and the name of the dialog. */
const PANES = [
  ['adding a role', of('profiles', EUR, 'access'), 'add', 'Add role assignment'],
  ['invoice email preference', of('profiles', EUR, 'invoices'), 'email', 'Invoice email preference'],
  ['usage file', of('profiles', EUR, 'invoices'), 'usage', 'Download Azure usage and charges'],
  ['access to invoice', mosp('subscriptions', SUB_01, 'invoices'), 'access', 'Access to invoice'],
  ['email invoice, opted in', mosp('subscriptions', SUB_01, 'invoices'), 'email', 'Email invoice'],
  ['email invoice, terms', mosp('subscriptions', SUB_02, 'invoices'), 'email', 'Email invoice'],
  ['email invoice, refused', mosp('subscriptions', RESERVATION, 'invoices'), 'email', 'Email invoice'],
  ['email of several', mosp('subscriptions', SUB_01, 'invoices'), 'email-bulk', 'Change several subscriptions'],
  ['a billing period', mosp('subscriptions', SUB_01, 'invoices'), 'period&start=2026-09-05', 'Download invoice and usage data'],
  ['why there is no invoice', mosp('subscriptions', SUB_02, 'invoices'), 'why', 'Why is there no invoice?'],
  ['several invoices', `${of('invoices')}`, 'papers&of=G654951816,G036243874', 'Download invoices'],
  ['settings', of('invoices'), 'settings', 'Settings'],
  ['notifications', of('invoices'), 'notifications', 'Notifications'],
  ['account', of('invoices'), 'account', 'Account and directories'],
];

/** Waits until nothing on the page is on its way any more. */
async function settled(page) {
  await page.locator('[aria-busy=true], .fx-skeleton').first().waitFor({ state: 'detached' });
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true], .fx-skeleton'));
}

async function sound(page, what) {
  await settled(page);
  assert.deepEqual(await axe(page), [], what);
}

for (const colorScheme of ['light', 'dark']) {
  test(`every page is without a violation (${colorScheme})`, { timeout: 300_000 }, async () => {
    const { page, site, close } = await openPage('', { colorScheme });
    for (const [what, path, table] of PAGES) {
      await page.goto(site + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (table) await loaded(page, table);
      await sound(page, what);
    }
    await page.goto(site);
    await switchDirectory(page, 'Fjällsippa Molnpartner');
    await page.goto(`${site}accounts/${encodeURIComponent(PARTNER)}/customers`);
    await page.getByText('Bakkerij De Gouden Korst').waitFor();
    await sound(page, 'customers of a partner');
    await close();
  });

  test(`an invoice with all its parts is without a violation (${colorScheme})`, async () => {
    const { page, close } = await openPage(`${of('invoices')}?status=OverDue`, { colorScheme });
    await loaded(page, 'Invoices');
    await page.getByRole('table', { name: 'Invoices' }).getByRole('rowheader').getByRole('link').first().click();
    await page.getByRole('region', { name: 'Billing summary' }).waitFor();
    await sound(page, 'invoice');
    await close();
  });

  test(`every pane is without a violation (${colorScheme})`, { timeout: 300_000 }, async () => {
    const { page, site, close } = await openPage('', { colorScheme });
    for (const [what, path, pane, name] of PANES) {
      await page.goto(`${site}${path}?pane=${pane}`);
      await page.getByRole('dialog', { name }).waitFor();
      await sound(page, what);
    }
    await close();
  });

  test(`menus, filters, questions, suggestions and mistakes are without a violation (${colorScheme})`, { timeout: 300_000 }, async () => {
    const { page, site, close } = await openPage(of('profiles', EUR, 'access'), { colorScheme });
    await loaded(page, 'Access control (IAM)');
    await page.getByRole('button', { name: /More actions for Marijke/ }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).waitFor();
    await sound(page, 'row menu with a reason');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /More actions for Femke/ }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('alertdialog').waitFor();
    await sound(page, 'question before removing');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const pane = page.getByRole('dialog', { name: 'Add role assignment' });
    await pane.getByRole('button', { name: 'Save' }).click();
    await sound(page, 'mistakes told at their fields');
    await pane.getByRole('combobox', { name: 'Name or email' }).fill('kwelderoog');
    await pane.getByRole('option', { name: /Tomas Åkerblad/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await sound(page, 'suggestions');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.goto(`${site}${of('invoices')}`);
    await loaded(page, 'Invoices');
    await page.getByRole('button', { name: /^Status: / }).click();
    await page.getByRole('checkbox', { name: 'Past due' }).check();
    await sound(page, 'filter that is open');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const file = page.getByRole('dialog', { name: 'Export' });
    await file.getByRole('table').waitFor();
    await sound(page, 'list that is to be exported');
    await file.getByRole('button', { name: 'Download', exact: true }).click();
    await page.getByText(/was downloaded/).waitFor();
    await sound(page, 'message after a download');
    await close();
  });
}

test('a person without a role, and a narrow page with its menu, are without a violation', { timeout: 120_000 }, async () => {
  const { page, site, close } = await openPage('', { viewport: { width: 390, height: 844 } });
  await page.goto(`${site}accounts/${encodeURIComponent(ACCOUNT)}/invoices`);
  await loaded(page, 'Invoices');
  await sound(page, 'narrow list');
  await page.getByRole('banner').getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Overview' }).waitFor();
  await sound(page, 'open menu');
  await page.goto(`${site}?pane=account`);
  await page.getByRole('button', { name: 'View as Willem Nieuwkerker' }).click();
  await page.getByText('No billing accounts').waitFor();
  await sound(page, 'nothing to see');
  await close();
});

test('with forced colours the pages are without a violation', { timeout: 120_000 }, async () => {
  const { page, close } = await openPage(of('invoices'), { forcedColors: 'active' });
  await loaded(page, 'Invoices');
  await sound(page, 'invoices');
  await close();
});

test('what has the focus is never hidden under the header or the totals of a list', async () => {
  const { page, close } = await openPage(of('invoices'));
  await loaded(page, 'Invoices');
  await page.getByRole('table', { name: 'Invoices' }).getByRole('button').first().focus();
  const hidden = () => page.evaluate(() => {
    const focused = document.activeElement;
    const { x, y, width, height } = focused.getBoundingClientRect();
    const there = document.elementFromPoint(x + width / 2, y + height / 2);
    return focused.contains(there) || there?.contains(focused) ? null : `${focused.textContent} at ${Math.round(y)}`;
  });
  const found = [];
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let step = 0; step < 50; step += 1) {
      await page.keyboard.press(key);
      const words = await hidden();
      if (words) found.push(`${key} ${step}: ${words}`);
    }
  }
  assert.deepEqual(found, []);
  await close();
});
