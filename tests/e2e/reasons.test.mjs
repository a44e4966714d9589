// Why there is no invoice: what is said where nothing is missing, and to whom nothing can be shown or changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SUB_01, SUB_02, SUPPORT_PLAN, loaded, mosp, openPage, viewAs } from './lib/tenant.mjs';

const CANCELLED = 'cf17c3ba-e63f-5316-852a-86e10c2507aa';
const WHY = 'Why is there no invoice?';
const none = { console: [], csp: [], requests: [] };

test('where every invoice that is made by now is listed, the answer is that none is missing', async () => {
  for (const id of [CANCELLED, SUPPORT_PLAN]) {
    const { page, problems, close } = await openPage(`${mosp('subscriptions', id, 'invoices')}?pane=why`);
    const pane = page.getByRole('dialog', { name: WHY });
    await pane.getByText('No invoice is missing: every one that is made by now is in the list.').waitFor();
    assert.equal(await pane.getByText(/None of the/).count(), 0);
    assert.deepEqual(problems, none);
    await close();
  }
});

test('an Enterprise Agreement in the list of scopes leads to the reason why its invoices are not there', async () => {
  const { page, problems, close } = await openPage('');
  await viewAs(page, 'Fenna Stellingwerf');
  await loaded(page, 'Billing scopes');
  await page.getByRole('main').getByRole('link', { name: WHY }).click();
  await page.getByRole('dialog', { name: WHY }).getByRole('heading', { name: 'Your account does not support invoices here' }).waitFor();
  assert.deepEqual(problems, none);
  await close();
});

test('who administers no subscription is told so instead of being offered a change of many', async () => {
  const { page, problems, close } = await openPage(mosp('invoices'));
  await viewAs(page, 'Joost Brakelman');
  await page.goto(`${page.url().split('?')[0]}?pane=email-bulk`);
  const pane = page.getByRole('dialog', { name: 'Change several subscriptions' });
  await pane.getByText('You are not the account administrator of any of these subscriptions.').waitFor();
  assert.equal(await pane.getByRole('combobox').count() + await pane.getByRole('button', { name: /subscription/ }).count(), 0);
  assert.deepEqual(problems, none);
  await close();
});

test('an account that is not for a person says so on each of its pages, with the reasons and the way to another directory', async () => {
  for (const path of [mosp('subscriptions'), mosp('invoices'), mosp('subscriptions', SUB_01, 'billing-history')]) {
    const { page, problems, close } = await openPage(path);
    await viewAs(page, 'Ruben Kortenaer');
    const main = page.getByRole('main');
    await main.getByText('You cannot see this billing account').waitFor();
    for (const words of ['Loading', 'Billing account owner', 'Invoice email preference']) assert.equal(await main.getByText(words).filter({ visible: true }).count(), 0, words);
    const ways = await page.getByRole('navigation', { name: 'Menu' }).getByRole('link').evaluateAll((links) => links.map((link) => link.pathname));
    assert.deepEqual(ways, ['/', '/explore', '/open'], 'the way back and what is of no account, and no page of this one');
    await main.getByRole('button', { name: 'Switch directory' }).click();
    await page.getByRole('dialog', { name: 'Account and directories' }).waitFor();
    await page.keyboard.press('Escape');
    await main.getByRole('button', { name: WHY }).last().click();
    await page.getByRole('dialog', { name: WHY }).getByText('Everything that was checked').waitFor();
    assert.deepEqual(problems, none);
    await close();
  }
});

test('a subscription that a person has no role on is not called missing, and its payment is the account administrator’s', async () => {
  const { page, site, problems, close } = await openPage(mosp('subscriptions', SUB_02, 'invoices'));
  await viewAs(page, 'Joost Brakelman');
  const main = page.getByRole('main');
  await main.getByText('You do not see this subscription').waitFor();
  await main.getByRole('button', { name: WHY }).last().click();
  await page.getByRole('dialog', { name: WHY }).waitFor();
  await page.goto(site + mosp('subscriptions', SUB_01, 'payment-methods'));
  await main.getByText('Only the account administrator sees how the account is paid.').waitFor();
  assert.equal(await main.getByRole('alert').count(), 0);
  assert.deepEqual(problems, none);
  await close();
});
