// The billing history of a subscription, and what stands in its place where nothing is billed by period.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { download } from './lib/site.mjs';
import { RESERVATION, SUB_01, SUB_02, SUPPORT_PLAN, loaded, mosp, openPage } from './lib/tenant.mjs';

const none = { console: [], csp: [], requests: [] };
const invoicesOf = (id) => mosp('subscriptions', id, 'invoices');
const historyOf = (id) => mosp('subscriptions', id, 'billing-history');

/** A row of the billing history by its period. */
const periodRow = (page, period) =>
  page.getByRole('table', { name: 'Billing history' }).getByRole('row').filter({ has: page.getByRole('rowheader', { name: period, exact: true }) });

test('the months of a support plan are listed with what they cost, without statement, usage or an unbilled period', async () => {
  // An address of before may still name a statement: there is none.
  const { page, problems, close } = await openPage(`${historyOf(SUPPORT_PLAN)}?statement=2026-10-28`);
  const table = page.getByRole('table', { name: 'Billing history' });
  await table.getByRole('link', { name: /^E[A-Z0-9]{9}$/ }).first().waitFor();
  assert.deepEqual(await table.getByRole('columnheader').allInnerTexts(), ['Billing period', 'Invoice', 'Invoice total']);
  const rows = await table.getByRole('row').filter({ has: page.getByRole('rowheader') }).allInnerTexts();
  assert.equal(rows.length, 7);
  for (const row of rows) assert.match(row, /E[A-Z0-9]{9}\s+(Paid|Due)\s[^]*€[0-9.,]+$/);
  const main = page.getByRole('main');
  for (const words of ['unbilled', 'Closed', 'Download usage', 'None']) assert.equal(await main.getByText(words).count(), 0, String(words));
  assert.equal(await table.getByText(/^View/).count(), 0);
  await main.getByText('A support plan has no usage data and no statements.').waitFor();
  assert.deepEqual(problems, none);
  await close();
});

test('a reservation has no billing periods: its pages say when it is billed and lead to the invoices of such things', async () => {
  const { page, site, problems, close } = await openPage(invoicesOf(RESERVATION));
  const main = page.getByRole('main');
  const said = main.getByText('A reservation that is paid by card is invoiced on the day it is bought.');
  await said.waitFor();
  for (const words of ['Not available', 'Expected', 'Invoices are made on day']) assert.equal(await main.getByText(words).count(), 0, words);
  const menu = page.getByRole('navigation', { name: 'Menu' });
  await menu.getByRole('link', { name: 'Invoices' }).waitFor();
  assert.equal(await menu.getByRole('link', { name: 'Billing history' }).count(), 0);
  await page.getByRole('button', { name: 'Why is there no invoice?' }).click();
  const why = page.getByRole('dialog', { name: 'Why is there no invoice?' });
  await why.getByText('Everything that was checked').waitFor();
  await why.getByText('is invoiced on the day it is bought').waitFor();
  for (const words of [/expected between/, /Contact support\./]) assert.equal(await why.getByText(words).count(), 0, String(words));

  await page.goto(`${site}${mosp('subscriptions', RESERVATION)}`);
  await said.waitFor();
  assert.equal(await main.getByText('Last invoice').count(), 0);
  assert.equal(await main.getByRole('link', { name: 'Billing history' }).count(), 0);
  assert.equal(await main.getByText('From day').count(), 0, 'it has no billing period');

  await page.goto(`${site}${historyOf(RESERVATION)}`);
  await said.waitFor();
  assert.equal(await main.getByRole('table').count() + await main.getByText('Download usage').count(), 0);
  await main.getByRole('link', { name: 'Invoices for Marketplace and reservations' }).click();
  await loaded(page, 'Invoices');
  const table = page.getByRole('table', { name: 'Invoices' });
  await table.getByRole('link', { name: 'EI3HPOG9K8' }).waitFor();
  assert.equal(await table.getByRole('cell', { name: 'Azure services', exact: true }).count(), 0);
  assert.deepEqual(problems, none);
  await close();
});

test('in the list of subscriptions what has no offer says so', async () => {
  const { page, close } = await openPage(mosp('subscriptions'));
  await loaded(page, 'Subscriptions');
  const row = page.getByRole('table', { name: 'Subscriptions' }).getByRole('row', { name: /Reservering/ });
  const at = (await page.getByRole('table').getByRole('columnheader').allInnerTexts()).findIndex((head) => head.trim() === 'Offer');
  assert.equal((await row.locator('th, td').nth(at).innerText()).trim(), 'None');
  await close();
});

test('the billing history gives each period its invoice with status and PDF, and what it came to', async () => {
  const { page, site, problems, close } = await openPage(historyOf(SUB_01));
  const table = page.getByRole('table', { name: 'Billing history' });
  await table.getByRole('link', { name: /^E[A-Z0-9]{9}$/ }).first().waitFor();
  assert.deepEqual(await table.getByRole('columnheader').allInnerTexts(), ['Billing period', 'Status', 'Statement', 'Usage data', 'Invoice', 'Invoice total']);
  const period = 'Sep 5, 2026 – Oct 4, 2026';
  const of = periodRow(page, period);
  const name = await of.getByRole('link', { name: /^E[A-Z0-9]{9}$/ }).innerText();
  const total = await of.getByRole('cell').last().innerText();
  assert.match(total, /^€[0-9,]+\.[0-9]{2}$/);
  const open = periodRow(page, 'Nov 5, 2026 – Dec 4, 2026');
  assert.equal(await open.getByRole('link', { name: /^E/ }).count(), 0, 'a period that is not over has no invoice');
  assert.equal((await open.getByRole('cell').last().innerText()).trim(), '', 'its estimate is the statement’s to tell');
  const over = periodRow(page, 'Oct 5, 2026 – Nov 4, 2026');
  await over.getByText('Expected Dec 2, 2026 – Dec 4, 2026').waitFor();
  assert.equal((await over.getByRole('cell').last().innerText()).trim(), '', 'nothing is charged yet');
  const file = await download(page, () => of.getByRole('button', { name: `Download invoice ${name}` }).click());
  assert.ok(file.name.includes(name) && file.text.startsWith('%PDF'), file.name);
  await of.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('main').getByText(total, { exact: true }).first().waitFor();

  await page.goto(`${site}${historyOf(SUB_02)}`);
  const unpaid = table.getByRole('row').filter({ hasText: 'Past due' });
  await unpaid.first().waitFor();
  assert.ok((await unpaid.first().innerText()).includes('Closed'), 'its period is over; its invoice is not paid');
  assert.deepEqual(problems, none);
  await close();
});

/**
 * Words of headings that are broken in two where no hyphen stands. The heads of narrow columns are left to the browser's own
 * hyphenation: those that forbid it are found too.
 */
const brokenWords = (page) =>
  page.locator('main :is(h1, h2, h3, th[scope="col"]), [role="dialog"] :is(h2, h3)').evaluateAll((heads) => heads.flatMap((head) => {
    if (head.tagName === 'TH') return getComputedStyle(head).hyphens === 'auto' ? [] : [head.innerText];
    const found = [];
    const texts = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const { 0: word, index } of text.data.matchAll(/[^\s-]+/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (new Set([...range.getClientRects()].map((rect) => Math.round(rect.top))).size > 1) found.push(word);
      }
    }
    return found;
  }));

test('on a narrow page no heading is broken inside a word, and heads of columns only by hyphenation, in Dutch and in Swedish', { timeout: 120_000 }, async () => {
  for (const locale of ['nl-NL', 'sv-SE']) {
    for (const path of [historyOf(SUB_01), `${historyOf(SUB_01)}?statement=2026-10-05`, invoicesOf(SUB_01), historyOf(SUPPORT_PLAN), mosp('subscriptions'), mosp('invoices')]) {
      const { page, close } = await openPage(path, { locale, viewport: { width: 390, height: 844 } });
      const table = page.getByRole('main').getByRole('table').first();
      await table.and(page.locator(':not([aria-busy])')).getByRole('rowheader').first().waitFor();
      if (path.includes('statement=')) await page.getByRole('region').getByRole('table').waitFor();
      assert.deepEqual(await brokenWords(page), [], `${path} ${locale}`);
      await close();
    }
  }
});
