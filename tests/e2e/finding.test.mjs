// Finding one's way: search from anywhere, addresses opened cold, back to where one was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PARTNER, EUR, loaded, of, openPage } from './lib/tenant.mjs';

const EA = 'accounts/82749163';
const search = (page) => page.getByRole('combobox', { name: 'Search pages, accounts and invoices' });

test('from the start page the search leads to the pages of every account that has them', async () => {
  const { page, close } = await openPage('');
  await loaded(page, 'Billing scopes');
  await search(page).fill('Access control');
  const found = page.getByRole('option', { name: /^Access control \(IAM\)/ });
  assert.equal(await found.count(), 1, 'only one of the accounts has billing roles');
  assert.match(await found.innerText(), /Kwelderoog Zeevracht B\.V\./);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Access control (IAM)' }).waitFor();
  await close();
});

test('an invoice number is gone to with Enter, and a part of one filters the list', async () => {
  const { page, close } = await openPage(of('invoices'));
  await loaded(page, 'Invoices');
  await search(page).fill('g654951816');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'G654951816' }).waitFor();
  await search(page).fill('G6549');
  await page.keyboard.press('Enter');
  await loaded(page, 'Invoices');
  await page.getByText('1 invoice', { exact: true }).waitFor();
  await search(page).fill('Factuurbeheerder');
  await page.getByRole('option', { name: /Access control/ }).waitFor();
  assert.equal(await page.getByRole('listbox').getByRole('option').count(), 1, 'a word is no invoice number');
  await close();
});

test('an amount is found as the page writes it', async () => {
  const { page, close } = await openPage(of('invoices'));
  await loaded(page, 'Invoices');
  for (const written of ['193,342.38', '193.342,38', '193342.38', '193 342']) {
    await page.getByRole('searchbox', { name: /Filter by number/ }).fill(written);
    await page.getByText('1 invoice', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'G654951816' }).waitFor();
  }
  await close();
});

test('an account with another agreement says what it has not, and offers no page that cannot work', async () => {
  const { page, problems, close } = await openPage(`${EA}/invoices`);
  await page.getByRole('paragraph').filter({ hasText: 'Invoices of this kind of account are not shown here' }).waitFor();
  for (const name of ['Download Azure usage and charges', 'Invoice email preference', 'Export']) {
    assert.equal(await page.getByRole('button', { name }).getAttribute('aria-disabled'), 'true', name);
  }
  await search(page).fill('email');
  await page.getByText('Nothing found').first().waitFor();
  for (const pane of ['email', 'usage']) {
    await page.goto(`${new URL(page.url()).origin}/${EA}/invoices?pane=${pane}`);
    await page.getByRole('dialog').getByRole('paragraph').filter({ hasText: 'Accounts with this agreement have no billing profiles.' }).waitFor();
    assert.equal(await page.getByRole('dialog').getByRole('button', { name: /Save|Download$/ }).count(), 0);
  }
  await page.goto(`${new URL(page.url()).origin}/${EA}/access`);
  await page.getByRole('paragraph').filter({ hasText: 'Accounts with this agreement have no billing roles.' }).waitFor();
  assert.deepEqual(problems.console, []);
  await close();
});

test('the overview of an account of another directory opens cold', async () => {
  const { page, close } = await openPage(`accounts/${encodeURIComponent(PARTNER)}`);
  await page.getByRole('heading', { level: 1, name: 'Fjällsippa Molnpartner AB' }).waitFor();
  await page.getByText('Microsoft Partner Agreement').first().waitFor();
  await close();
});

test('an account that is not there leads to another directory and home', async () => {
  const { page, close } = await openPage('accounts/no-such-account');
  await page.getByText('You cannot see this billing account').waitFor();
  await page.getByRole('link', { name: 'Go to billing scopes' }).waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Switch directory' }).click();
  await page.getByRole('dialog', { name: 'Account and directories' }).waitFor();
  await close();
});

test('Back shows a list where it was left', async () => {
  const { page, close } = await openPage(of('invoices'));
  await loaded(page, 'Invoices');
  await page.evaluate(() => scrollTo(0, 1500));
  const at = await page.evaluate(() => scrollY);
  assert.ok(at > 1000);
  await page.evaluate(() => {
    const seen = (link) => link.getBoundingClientRect().top > 200;
    [...document.querySelectorAll('tbody a')].find(seen).click();
  });
  await page.getByRole('heading', { level: 1, name: /^G\d+/ }).waitFor();
  await page.goBack();
  await page.waitForFunction((at) => Math.abs(scrollY - at) < 5, at);
  await close();
});

test('who leaves the pane while a usage file is made is asked first', async () => {
  const { page, close } = await openPage(of('profiles', EUR, 'invoices'));
  await page.getByRole('button', { name: 'Download Azure usage and charges' }).click();
  const pane = page.getByRole('dialog', { name: 'Download Azure usage and charges' });
  await pane.getByRole('button', { name: 'Download' }).click();
  await pane.getByRole('progressbar').waitFor();
  await page.keyboard.press('Escape');
  await pane.getByRole('alert').getByRole('button', { name: 'Continue' }).click();
  await pane.getByText(/was downloaded/).waitFor();
  await page.keyboard.press('Escape');
  await pane.waitFor({ state: 'hidden' });
  await close();
});
