// What the tests of the five documents share: people, subscriptions, and the steps that are taken more than once, by role and
// by the labels of the document's own language.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { download } from '../e2e/lib/site.mjs';
import { MOSP, RESERVATION, SUB_01, SUB_02, SUPPORT_PLAN, loaded, openPage, viewAs } from '../e2e/lib/tenant.mjs';
import { accountCenterFile, plain } from './files.mjs';

/** The pay-as-you-go account of the Dutch documents; its administrator is the person the sandbox opens with. */
export const PAYG = MOSP;
/** The pay-as-you-go account of the Swedish document, of Annika Rosenstierna. */
export const SJO = '1e64b0d9-27af-4c38-9b15-c0a8f3d27e61';
/** Her other one: a free trial of twelve days. */
export const PROV = '6c20f5a7-91d3-4be8-8f40-2d7e5ab3c914';

/** Subscriptions by the name in the documents, or by what they show. */
export const SUB = {
  first: SUB_01,
  second: SUB_02,
  disabled: '6ef3fc25-5103-5bfc-98f3-39b77a27fdca',
  credit: '727f7399-3b98-5908-9d87-a13ee0d6f043',
  plan: SUPPORT_PLAN,
  reservation: RESERVATION,
  sjo: 'c2cafebf-7fe5-5a5d-ba67-9bed7bc37f9e',
  open: '6279479f-68eb-5307-b6e8-a468db7bbd65',
  trial: '67577c5a-ef9e-5946-9ac1-54f8467b897f',
};

/** Address of a page of a subscription, such as `at(PAYG, SUB.first, 'invoices')`. */
export const at = (account, subscription, page = '') => `accounts/${account}/subscriptions/${subscription}/${page}`;

const WORDS = {
  nl: {
    locale: 'nl-NL', search: 'Zoeken in pagina’s, rekeningen en facturen', formerly: 'Voorheen', menu: 'Menu', more: 'Meer acties voor',
    blade: 'abonnementen blade', account: 'Kwelderoog proefabonnementen', subscriptions: 'Abonnementen', invoices: 'Facturen',
    history: 'Factureringsgeschiedenis', accept: 'Ik accepteer de voorwaarden', optIn: 'Aanmelden', configure: 'Ontvangers configureren',
    recipients: 'Extra ontvangers', add: 'Ontvanger toevoegen', done: 'Gereed', save: 'Opslaan', who: 'Wie de volgende factuur ontvangt',
    prepare: 'Azure-gebruiksbestand voorbereiden',
  },
  sv: {
    locale: 'sv-SE', search: 'Sök bland sidor, konton och fakturor', formerly: 'Tidigare', menu: 'Meny', more: 'Fler åtgärder för',
    blade: 'prenumerationer bladet', account: 'Rosenstierna Sjömätning', subscriptions: 'Prenumerationer', invoices: 'Fakturor',
    history: 'Faktureringshistorik', accept: 'Jag godkänner villkoren', optIn: 'Anmäl dig', configure: 'Konfigurera mottagare',
    recipients: 'Ytterligare mottagare', add: 'Lägg till mottagare', done: 'Klar', save: 'Spara', who: 'Vem får nästa faktura',
    prepare: 'Förbered Azure-användningsfil',
  },
};

const languages = new WeakMap();
const words = (page) => WORDS[languages.get(page)];

/**
 * A test of a row in a language: opens the site at `at`, seen as the person `as`, takes the steps, and holds that nothing went
 * wrong behind the page.
 */
export const inLanguage = (language) => (name, { at = '', as } = {}, steps) =>
  test(name, async () => {
    // As wide as it takes to have every command in the bar.
    const viewport = { width: 1920, height: 1000 };
    const { page, site, problems, close } = await openPage(as ? '' : at, { locale: WORDS[language].locale, viewport });
    languages.set(page, language);
    if (as) await seeAs(page, as, at && site + at);
    await steps(page, site);
    assert.deepEqual(problems, { console: [], csp: [], requests: [] });
    await close();
  });

/** Looks at the site as somebody else; at an address, if one is given. */
export async function seeAs(page, name, address) {
  await viewAs(page, name, languages.get(page));
  if (!address) return;
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const options = (page, typed, ...texts) => {
  const box = page.getByRole('combobox', { name: words(page).search });
  const found = texts.reduce((found, hasText) => found.filter({ hasText }), page.getByRole('search').getByRole('option'));
  return box.fill(typed).then(() => found);
};

/** Types in the search box and goes to the entry with this label; `account` tells it from those of other accounts. */
export async function find(page, typed, label, account = '') {
  const found = await options(page, typed, label, account);
  await found.first().click();
}

/** Types a label of an older document, and goes where the site says it is now: "Abonnementen, Voorheen: abonnementen blade". */
export async function findFormer(page, old, label, account = '') {
  const found = await options(page, old, label, `${words(page).formerly}: ${old}`, account);
  await found.first().click();
}

/** The same for labels that lead to a pane; the pane is returned. */
export async function findFormerPane(page, old, title) {
  await findFormer(page, old, title);
  return paneOf(page, title);
}

/** A link of the left menu. */
export const menu = (page, label) => page.getByRole('navigation', { name: words(page).menu }).getByRole('link', { name: label, exact: true });

/** The page with this heading is there. */
export const isAt = (page, heading) => page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();

/** A command of the bar. */
export const command = (page, name) => page.getByRole('main').getByRole('button', { name, exact: true });

/** An open pane. */
export async function paneOf(page, title) {
  const pane = page.getByRole('dialog', { name: title, exact: true });
  await pane.waitFor();
  return pane;
}

/** Opens a pane from the command bar. */
export async function openPane(page, commandName, title = commandName) {
  await command(page, commandName).click();
  return paneOf(page, title);
}

/** From the search box to a subscription: the subscriptions blade, then the subscription. */
export async function toSubscription(page, name) {
  const { blade, subscriptions, account } = words(page);
  // Where an account is open, only its own pages are offered.
  await findFormer(page, blade, subscriptions, new URL(page.url()).pathname === '/' ? account : '');
  await isAt(page, subscriptions);
  await loaded(page, subscriptions);
  await page.getByRole('table', { name: subscriptions }).getByRole('link', { name, exact: true }).click();
  await isAt(page, name);
}

/** The same, and on to its invoices. */
export async function toInvoices(page, name) {
  await toSubscription(page, name);
  await menu(page, words(page).invoices).click();
  await isInvoices(page);
}

/** The invoices are there. */
export async function isInvoices(page) {
  await isAt(page, words(page).invoices);
  await loaded(page, words(page).invoices);
}

/** The same, and on to its billing history. */
export async function toHistory(page, name) {
  await toSubscription(page, name);
  await menu(page, words(page).history).click();
  await isAt(page, words(page).history);
  await loaded(page, words(page).history);
}

/** From the search box to an account's invoices, as the documents of 2020 go. */
export async function toAccountInvoices(page, account) {
  await find(page, 'Kostenbeheer en facturering', 'Factureringsbereiken');
  await isAt(page, 'Kostenbeheer en facturering');
  await page.getByRole('link', { name: account, exact: true }).click();
  await isAt(page, account);
  await menu(page, 'Facturen').click();
  await isInvoices(page);
}

/** A row by its first cell: a billing period, or an invoice. */
export const rowOf = (page, table, head) =>
  page.getByRole('table', { name: table }).getByRole('row').filter({ has: page.getByRole('rowheader', { name: head, exact: true }) });

/** What a table shows: for each row the words of its cells by the words of their heads. */
export const cells = (page, table) =>
  page.getByRole('table', { name: table, exact: true }).evaluate((table) => {
    const heads = [...table.tHead.rows[0].cells].map((cell) => cell.innerText.trim());
    return [...table.tBodies[0].rows].map((row) => Object.fromEntries([...row.cells].map((cell, at) => [heads[at], cell.innerText.trim()])));
  });

/** Chooses in the menu of a row. */
export async function inRowMenu(page, head, item) {
  await page.getByRole('button', { name: `${words(page).more} ${head}`, exact: true }).click();
  return page.getByRole('menuitem', { name: item, exact: true });
}

/** Prepares the usage file in the pane that is open. */
export const prepareUsage = (page, pane) => download(page, () => pane.getByRole('button', { name: words(page).prepare }).click());

/** Version 1 or 2 of the usage file in the pane that is open, with its three sections and the columns of its version. */
export async function versionOf(page, pane, version, radio) {
  await pane.getByRole('radio', { name: radio }).check();
  const sections = accountCenterFile(await prepareUsage(page, pane));
  assert.deepEqual(Object.keys(sections), ['Provisioning Status', 'Statement', 'Daily Usage']);
  const daily = sections['Daily Usage'][0];
  assert.equal(daily.includes('Resource Group') && daily.includes('Tags'), version === 2, daily.join(','));
  assert.equal(sections.Statement[0].includes('Consumed Quantity'), version === 2);
  assert.ok(sections['Daily Usage'].length > 1);
  return sections;
}

/** Accepts the terms in the pane of invoices by e-mail, and opts in. */
export async function optIn(page, pane) {
  const { accept, optIn } = words(page);
  const button = pane.getByRole('button', { name: optIn, exact: true });
  assert.equal(await button.getAttribute('aria-disabled'), 'true', 'not before the terms are accepted');
  await pane.getByRole('checkbox', { name: accept }).check();
  await button.click();
}

/** Adds recipients: configure, one address after the other, done. */
export async function addRecipients(page, pane, addresses) {
  const { configure, recipients, add, done } = words(page);
  await pane.getByRole('button', { name: configure }).click();
  const field = pane.getByRole('textbox', { name: recipients });
  for (const address of addresses) {
    await field.fill(address);
    await pane.getByRole('button', { name: add }).click();
  }
  await pane.getByRole('button', { name: done, exact: true }).click();
  await field.waitFor({ state: 'detached' });
}

/** Who gets the next invoice, as the pane says. */
export const getsNext = (page, pane, who) => pane.getByRole('region', { name: words(page).who }).getByRole('listitem').filter({ hasText: who });

/** Saves a pane and waits until it is closed. */
export async function save(page, pane) {
  await pane.getByRole('button', { name: words(page).save, exact: true }).click();
  await pane.waitFor({ state: 'hidden' });
}

/** A reason that applies, with its evidence and what to do: all in its own words. */
export async function applies(pane, reason, ...texts) {
  const section = pane.getByRole('status').locator('section').filter({ has: pane.page().getByRole('heading', { name: reason, exact: true }) });
  await section.waitFor();
  const said = plain(await section.innerText());
  for (const text of texts) assert.ok(said.includes(text), `${text} in: ${said}`);
}

/** Where a link goes. */
export const href = async (of, name) => of.getByRole('link', { name, exact: true }).first().getAttribute('href');
