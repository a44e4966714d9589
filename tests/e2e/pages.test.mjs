// Every page by its own address, and what holds on all of them: heading, title, back, reload, languages, errors.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { started } from './lib/site.mjs';
import { ACCOUNT, EUR, PARTNER, SECTION, loaded, of, openPage, switchDirectory, viewAs } from './lib/tenant.mjs';

const none = { console: [], csp: [], requests: [] };
const IAM = 'Access control (IAM)';

/** Path, heading, and something that is there when the page is. */
const PAGES = [
  ['', 'Cost Management + Billing', (page) => page.getByRole('link', { name: 'Kwelderoog Zeevracht B.V.' })],
  [of(), 'Kwelderoog Zeevracht B.V.', (page) => page.getByText('Microsoft Customer Agreement').first()],
  [of('properties'), 'Properties', (page) => page.getByText('Waterschouwkade 214').first()],
  [of('invoices'), 'Invoices', (page) => page.getByRole('rowheader', { name: 'Total EUR' })],
  [of('profiles'), 'Billing profiles', (page) => page.getByRole('link', { name: 'Kwelderoog Nederland' })],
  [of('access'), IAM, (page) => page.getByRole('row', { name: /Marijke Hoogeveen-Terpstra/ })],
  [of('profiles', EUR), 'Kwelderoog Nederland', (page) => page.getByText('A01$9HF').first()],
  [of('profiles', EUR, 'invoices'), 'Invoices', (page) => page.getByRole('rowheader', { name: 'Total EUR' })],
  [of('profiles', EUR, 'sections'), 'Invoice sections', (page) => page.getByRole('cell', { name: SECTION })],
  [of('profiles', EUR, 'access'), IAM, (page) => page.getByRole('row', { name: /Femke van den Oudenrijn/ })],
  [of('profiles', EUR, 'properties'), 'Properties', (page) => page.getByText('Waterschouwkade 214').first()],
  [of('profiles', EUR, 'sections', SECTION, 'access'), IAM, (page) => page.getByRole('row', { name: /Amira Belhadj-de Grauw/ })],
];

/** One heading, its words in the window's title, and no way to scroll sideways, on a wide and on a narrow page. */
async function soundPage(page, heading, what) {
  const headings = page.getByRole('heading', { level: 1 });
  assert.equal(await headings.count(), 1, what);
  assert.equal((await headings.innerText()).trim(), heading, what);
  // The page, what it is about where that is something else, and the site.
  const title = new RegExp(`^${heading.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( - [^…]+)? - Factuur$`);
  await page.waitForFunction((source) => new RegExp(source).test(document.title), title.source, { timeout: 5000 });
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    // A table that has become too wide folds when the page is drawn next.
    const fits = page.waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth, null, { timeout: 2000 });
    await assert.doesNotReject(fits, `${what || '/'} is wider than ${width}`);
  }
}

test('every page opens cold from its address, with one heading, its title, no error and no overflow', { timeout: 300_000 }, async () => {
  for (const [path, heading, there] of PAGES) {
    const { page, problems, close } = await openPage(path);
    await there(page).waitFor();
    await soundPage(page, heading, path);
    assert.deepEqual(problems, none, path);
    await close();
  }
});

test('a page says what it is about, and how one came there', async () => {
  const { page, close } = await openPage(of('profiles', EUR, 'sections', SECTION, 'access'));
  await page.getByText('Invoice section · Vloot en havens', { exact: true }).waitFor();
  await page.waitForFunction(() => document.title === 'Access control (IAM) - Vloot en havens - Factuur');
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link');
  assert.deepEqual(await crumbs.allInnerTexts(), ['Home', 'Kwelderoog Zeevracht B.V.', 'Kwelderoog Nederland', 'Invoice sections', 'Access control (IAM)']);
  await close();
});

test('of a profile that one may not read only the name is shown, and that is said once', async () => {
  const { page, close } = await openPage(of('profiles', EUR));
  await viewAs(page, 'Amira Belhadj-de Grauw');
  await page.getByText('You have no role on this billing profile: only its name is shown.').waitFor();
  assert.equal(await page.getByText('PO number:').count() + await page.getByText('Invoices by email').count(), 0);
  assert.equal(await page.getByRole('alert').count(), 0);
  await close();
});

test('one invoice opens cold, with its sums, lines, payments and documents', async () => {
  const first = await openPage(`${of('invoices')}?status=Paid`);
  await loaded(first.page, 'Invoices');
  const number = await first.page.getByRole('table', { name: 'Invoices' }).getByRole('rowheader').getByRole('link').first().innerText();
  await first.close();
  const { page, problems, close } = await openPage(of('invoices', number));
  for (const part of ['Billing summary', 'Lines by invoice section', 'Payments', 'Documents']) {
    await page.getByRole('heading', { name: part, exact: true }).waitFor();
  }
  await soundPage(page, number, 'invoice');
  assert.deepEqual(problems, none);
  await close();
});

test('customers of a partner are found through the partner’s directory', async () => {
  const { page, site, problems, close } = await openPage('');
  await switchDirectory(page, 'Fjällsippa Molnpartner');
  await page.getByRole('link', { name: 'Fjällsippa Molnpartner AB' }).waitFor();
  await page.goto(`${site}accounts/${encodeURIComponent(PARTNER)}/customers`);
  await page.getByText('Bakkerij De Gouden Korst').waitFor();
  await soundPage(page, 'Customers', 'customers');
  assert.deepEqual(problems, none);
  await close();
});

test('an address that is no page says so and leads home', async () => {
  const { page, close } = await openPage('billing/nothing');
  await page.getByText('There is no page at /billing/nothing.').waitFor();
  await soundPage(page, 'Page not found', 'nowhere');
  await page.getByRole('link', { name: 'Go to billing scopes' }).click();
  await page.getByRole('heading', { level: 1, name: 'Cost Management + Billing' }).waitFor();
  await close();
});

test('filters, text and order are in the address: reload, link and back keep them', { timeout: 120_000 }, async () => {
  const { page, close } = await openPage(of('invoices'));
  const table = page.getByRole('table', { name: 'Invoices' });
  await loaded(page, 'Invoices');
  const all = await page.getByText(/^\d+ invoices$/).innerText();
  await page.getByRole('button', { name: /^Status: / }).click();
  await page.getByRole('checkbox', { name: 'Paid' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Filter by number, PO number or profile' }).fill('Nederland');
  await table.getByRole('button', { name: 'Total' }).click();
  await table.getByRole('columnheader', { name: 'Total' }).and(page.locator('[aria-sort]')).waitFor();
  const query = new URL(page.url()).searchParams;
  assert.equal(query.get('status'), 'Paid');
  assert.equal(query.get('q'), 'Nederland');
  assert.match(query.get('sort'), /^-?total$/);
  const state = async () => ({
    count: await page.getByText(/^\d+ invoices?$/).innerText(),
    first: await table.getByRole('rowheader').first().innerText(),
    order: await table.getByRole('columnheader', { name: 'Total' }).getAttribute('aria-sort'),
    text: await page.getByRole('searchbox', { name: 'Filter by number, PO number or profile' }).inputValue(),
    pill: await page.getByRole('button', { name: /^Status: / }).innerText(),
  });
  const before = await state();
  assert.notEqual(before.count, all);
  assert.match(before.pill, /Paid/);
  await page.reload();
  await loaded(page, 'Invoices');
  assert.deepEqual(await state(), before);
  await table.getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Billing summary' }).waitFor();
  await page.goBack();
  await loaded(page, 'Invoices');
  assert.deepEqual(await state(), before);
  await table.getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Billing summary' }).waitFor();
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Invoices' }).click();
  await loaded(page, 'Invoices');
  assert.deepEqual(await state(), before);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.getByText(all).waitFor();
  await close();
});

test('a status is a shape and a word', async () => {
  const { page, close } = await openPage(of('invoices'));
  const table = page.getByRole('table', { name: 'Invoices' });
  await loaded(page, 'Invoices');
  const shapes = new Map();
  for (const word of ['Due', 'Past due', 'Paid', 'Void']) {
    const cell = table.getByRole('cell', { name: word, exact: true }).first();
    assert.equal((await cell.innerText()).trim(), word);
    shapes.set(await cell.locator('svg path').first().getAttribute('d'), word);
  }
  assert.equal(shapes.size, 4, 'each status has a shape of its own');
  await close();
});

test('a list that filters leave empty says so, and clears them', async () => {
  const { page, close } = await openPage(`${of('invoices')}?q=nothing-like-this`);
  await page.getByRole('paragraph').filter({ hasText: 'Nothing matches the filters' }).waitFor();
  await page.getByText('Change or clear the filters to see more.').waitFor();
  await page.getByText('0 invoices').waitFor();
  await page.locator('.fx-empty').getByRole('button', { name: 'Clear all' }).click();
  await page.getByText('82 invoices').waitFor();
  await close();
});

test('an invoice that is not there is told with words, code, request id and another try', async () => {
  const { page, close } = await openPage(of('invoices', 'G000000000'));
  const alert = page.getByRole('alert').filter({ hasText: 'Code' });
  await alert.getByText('It is not there, or not there any more.').waitFor();
  assert.match(await alert.innerText(), /Code\s+\S*NotFound/);
  assert.match(await alert.innerText(), /Request id\s+[0-9a-f-]{8,}/);
  await alert.getByRole('button', { name: 'Retry' }).click();
  await alert.getByText('It is not there, or not there any more.').waitFor();
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'G000000000');
  await close();
});

test('a person without any role reads why, and can look in another directory', async () => {
  const { page, close } = await openPage('');
  await viewAs(page, 'Willem Nieuwkerker');
  await page.getByText('Viewing as Willem Nieuwkerker').waitFor();
  await page.getByText('No billing accounts').waitFor();
  await page.getByText(/willem\S* has no role on a billing account in this directory\. Ask the owner/i).waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Switch directory' }).click();
  await page.getByRole('dialog', { name: 'Account and directories' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('link', { name: 'Kwelderoog Zeevracht B.V.' }).waitFor();
  await close();
});

test('another directory lists its own accounts, and one without any says why', async () => {
  const { page, close } = await openPage('');
  await switchDirectory(page, 'Fjällsippa Molnpartner');
  await page.getByRole('link', { name: 'Fjällsippa Molnpartner AB' }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Kwelderoog Zeevracht B.V.' }).count(), 0);
  await switchDirectory(page, 'Stichting Vrienden van het Wantijveer');
  await page.getByText('No billing accounts').waitFor();
  await close();
});

test('the language is switched in the settings, re-words the page at once and stays', async () => {
  const { page, close } = await openPage(of('profiles', EUR, 'access'));
  await loaded(page, IAM);
  await page.getByRole('button', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Language', { exact: true }).selectOption({ label: 'Svenska' });
  await page.getByRole('dialog', { name: 'Inställningar' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1, name: 'Åtkomstkontroll (IAM)' }).waitFor();
  await page.getByRole('button', { name: 'Lägg till', exact: true }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'sv');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Åtkomstkontroll (IAM)' }).waitFor();
  await page.waitForFunction(() => document.title === 'Åtkomstkontroll (IAM) - Kwelderoog Nederland - Factuur');
  await close();
});

test('the regional format rewrites amounts and leaves the words', async () => {
  const { page, close } = await openPage(of('profiles', EUR, 'invoices'));
  await loaded(page, 'Invoices');
  const total = page.getByRole('row', { name: /^Total EUR/ }).getByRole('cell').filter({ hasText: /\d/ }).first();
  assert.match(await total.innerText(), /\d,\d{3}.*\.\d\d/);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByLabel('Regional format').selectOption('nl-NL');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1, name: 'Invoices' }).waitFor();
  await loaded(page, 'Invoices');
  assert.match(await total.innerText(), /\d\.\d{3}.*,\d\d/);
  await close();
});

test('the theme is switched in the settings and stays', async () => {
  const { page, close } = await openPage('');
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.locator('html[data-theme=dark]').waitFor();
  const dark = await background();
  assert.notEqual(dark, light);
  await page.reload();
  await started(page);
  await page.locator('html[data-theme=dark]').waitFor();
  assert.equal(await background(), dark);
  await close();
});

test('the first visit is told what this is, once', async () => {
  const { page, close } = await openPage('');
  const bar = page.getByRole('status').filter({ hasText: 'This is a sandbox: all data is invented' });
  await bar.waitFor();
  for (const [button, dialog] of [['View as', 'Account and directories'], ['Reset sandbox', 'Settings'], ['Data source', 'Settings']]) {
    await bar.getByRole('button', { name: button }).click();
    await page.getByRole('dialog', { name: dialog }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: dialog }).waitFor({ state: 'hidden' });
  }
  await bar.getByRole('button', { name: 'Close' }).click();
  await bar.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('link', { name: 'Kwelderoog Zeevracht B.V.' }).waitFor();
  assert.equal(await bar.count(), 0);
  await close();
});

test('Reset sandbox asks, and then all is as at first', { timeout: 120_000 }, async () => {
  const { page, close } = await openPage(of('profiles', EUR, 'access'));
  await loaded(page, IAM);
  await page.getByRole('button', { name: 'More actions for Femke van den Oudenrijn, Invoice manager' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('row', { name: /Femke van den Oudenrijn/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('button', { name: 'Reset sandbox' }).click();
  const ask = page.getByRole('alertdialog', { name: 'Reset the sandbox?' });
  await ask.getByRole('button', { name: 'Reset sandbox' }).click();
  await ask.waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /Femke van den Oudenrijn/ }).waitFor();
  await close();
});

test('two tabs of one browser share what is changed', { timeout: 120_000 }, async () => {
  const { page, context, site, close } = await openPage(of('profiles', EUR, 'access'));
  await loaded(page, IAM);
  const other = await context.newPage();
  await other.goto(site + of('profiles', EUR, 'access'));
  await loaded(other, IAM);
  const remove = async (tab, who) => {
    await tab.getByRole('button', { name: `More actions for ${who}` }).click();
    await tab.getByRole('menuitem', { name: 'Remove' }).click();
    await tab.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await tab.getByRole('row', { name: new RegExp(who) }).waitFor({ state: 'detached' });
  };
  await remove(page, 'Femke van den Oudenrijn');
  await remove(other, 'Ingrid Söderqvist');
  await page.reload();
  await loaded(page, IAM);
  for (const who of [/Femke van den Oudenrijn/, /Ingrid Söderqvist/]) assert.equal(await page.getByRole('row', { name: who }).count(), 0);
  await close();
});

test('a narrow page has its menu as a drawer and its rows as lines, and opens an invoice', async () => {
  const { page, close } = await openPage(of('profiles', EUR), { viewport: { width: 390, height: 844 } });
  await page.getByRole('banner').getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Invoices' }).click();
  await page.getByRole('heading', { level: 1, name: 'Invoices' }).waitFor();
  await loaded(page, 'Invoices');
  await page.getByRole('table', { name: 'Invoices' }).getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Billing summary' }).waitFor();
  assert.match(page.url(), new RegExp(`/accounts/${encodeURIComponent(ACCOUNT)}/invoices/`));
  await close();
});

test('a new page takes the focus to its heading, so that it is read out', async () => {
  const { page, close } = await openPage(of());
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Billing profiles' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Billing profiles' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Billing profiles');
  await close();
});

test('an invoice id, an amount and a row can be copied', async () => {
  const { page, context, close } = await openPage(of('invoices'));
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await loaded(page, 'Invoices');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const more = page.getByRole('button', { name: 'More actions for G654951816' });
  await more.click();
  await page.getByRole('menuitem', { name: 'Copy invoice ID' }).click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) === 'G654951816');
  await more.click();
  await page.getByRole('menuitem', { name: 'Copy row' }).click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('\t'));
  const cells = (await copied()).split('\t');
  assert.equal(cells[0], 'G654951816');
  assert.ok(cells.some((cell) => cell.includes('193,342.38')), cells.join(' | '));

  await page.getByRole('link', { name: 'G654951816' }).click();
  await page.getByRole('button', { name: 'Copy Amount due' }).click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('193,342.38'));
  await close();
});

test('on paper there is the list with every row, without what is only of use on a screen', async () => {
  const { page, close } = await openPage(of('invoices'));
  await loaded(page, 'Invoices');
  const rows = await page.getByRole('table', { name: 'Invoices' }).getByRole('row').count();
  await page.emulateMedia({ media: 'print' });
  for (const gone of [page.getByRole('banner'), page.getByRole('navigation', { name: 'Menu' }), page.getByRole('button', { name: 'Print' })]) {
    assert.equal(await gone.isVisible(), false);
  }
  const table = page.getByRole('table', { name: 'Invoices' });
  assert.equal(await table.getByRole('row').count(), rows);
  const cut = await table.evaluate((element) => {
    const frame = element.parentElement;
    return frame.scrollHeight - frame.clientHeight;
  });
  assert.ok(cut <= 1, `${cut} pixels of the list would not be printed`);
  await close();
});

test('Back and Forward follow links, filters and panes, and a link to the page itself is no step', async () => {
  const { page, close } = await openPage(of('profiles'));
  const menu = page.getByRole('navigation', { name: 'Menu' });
  const heading = (name) => page.getByRole('heading', { level: 1, name }).waitFor();
  await menu.getByRole('link', { name: 'Invoices' }).click();
  await heading('Invoices');
  await menu.getByRole('link', { name: 'Invoices' }).click();
  await page.getByRole('combobox', { name: 'Timespan' }).selectOption({ index: 1 });
  await page.waitForURL(/months=/);
  await page.getByRole('button', { name: 'Invoice email preference' }).click();
  const pane = page.getByRole('dialog', { name: 'Invoice email preference' });
  await pane.waitFor();

  await page.goBack();
  await pane.waitFor({ state: 'hidden' });
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('months'));
  await page.goBack();
  await heading('Billing profiles');
  await page.goForward();
  await heading('Invoices');
  await page.goForward();
  await page.waitForURL(/months=/);
  await close();
});
