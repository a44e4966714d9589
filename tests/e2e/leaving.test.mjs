// What is typed or under way when a pane or a page is left, or another tab is at work.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EUR, loaded, of, openPage, row } from './lib/tenant.mjs';

const none = { console: [], csp: [], requests: [] };
const IAM = of('profiles', EUR, 'access');
const TITLE = 'Access control (IAM)';
const EMAIL = 'Invoice email preference';

const tomas = (page) => row(page, TITLE, /Tomas Åkerblad/);

/** Fills the pane for Tomas and saves; returns at once. */
async function giveTomas(page) {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const pane = page.getByRole('dialog', { name: 'Add role assignment' });
  await pane.getByLabel('Role').selectOption({ label: 'Invoice manager' });
  await pane.getByRole('combobox', { name: 'Name or email' }).fill('tomas.akerblad@kwelderoog.example');
  await pane.getByRole('button', { name: 'Save' }).click();
  return pane;
}

test('Undo works also after other news has come', async () => {
  const { page, context, problems, close } = await openPage(IAM);
  await context.grantPermissions(['clipboard-write']);
  await loaded(page, TITLE);
  await (await giveTomas(page)).waitFor({ state: 'hidden' });
  const toast = page.getByRole('status').filter({ hasText: 'Tomas Åkerblad is now Invoice manager.' }).last();
  await toast.hover();
  await page.getByRole('button', { name: 'Copy link' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('The link was copied').first().waitFor();
  await toast.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The role was taken away again.').first().waitFor();
  await tomas(page).waitFor({ state: 'detached' });
  assert.deepEqual(problems, none);
  await close();
});

test('who leaves the page while a role is being given is told, and nothing breaks', async () => {
  const { page, problems, close } = await openPage(of('profiles', EUR));
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: TITLE }).click();
  await loaded(page, TITLE);
  await giveTomas(page);
  await page.evaluate(() => history.go(-2));
  await page.getByText('Tomas Åkerblad is now Invoice manager.').waitFor();
  await page.getByRole('heading', { level: 1, name: 'Kwelderoog Nederland' }).waitFor();
  assert.deepEqual(problems, none);
  await close();
});

test('the pane of the email preference closes from its address field without a fault', async () => {
  const { page, problems, close } = await openPage(of('profiles', EUR, 'invoices'));
  for (const leave of [() => page.keyboard.press('Escape'), () => page.goBack()]) {
    await page.getByRole('button', { name: EMAIL }).click();
    const pane = page.getByRole('dialog', { name: EMAIL });
    await pane.getByRole('textbox', { name: 'Additional recipients' }).focus();
    await leave();
    await pane.waitFor({ state: 'hidden' });
  }
  assert.deepEqual(problems, none);
  await close();
});

test('the field that changes the language keeps the focus', async () => {
  const { page, close } = await openPage(`${of('invoices')}?pane=settings`);
  const language = page.getByRole('dialog').getByRole('combobox').first();
  await language.focus();
  await language.selectOption('nl');
  await page.getByRole('dialog', { name: 'Instellingen' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'SELECT' && document.activeElement.value === 'nl');
  await close();
});

test('Refresh shows what another tab has changed', async () => {
  const { page, context, site, close } = await openPage(IAM);
  await loaded(page, TITLE);
  const other = await context.newPage();
  await other.clock.setFixedTime(new Date('2026-11-21T10:00:00Z'));
  await other.goto(site + IAM);
  await loaded(other, TITLE);
  await (await giveTomas(page)).waitFor({ state: 'hidden' });
  assert.equal(await tomas(other).count(), 0);
  await other.getByRole('button', { name: 'Refresh' }).click();
  await tomas(other).waitFor();
  await close();
});

test('an invoice leads back to the list with the filters of now', async () => {
  const { page, close } = await openPage(of('invoices'));
  await loaded(page, 'Invoices');
  await page.getByRole('searchbox', { name: /Filter by number/ }).fill('Kwelderoog');
  await page.waitForURL(/q=Kwelderoog/);
  await page.getByRole('table', { name: 'Invoices' }).getByRole('link').first().click();
  const crumb = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Invoices' });
  assert.match(await crumb.getAttribute('href'), /\?q=Kwelderoog$/);
  await close();
});
