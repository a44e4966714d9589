// The sandbox's tenant and the steps that many tests take in it, by role and label as a person takes them.
import { openSite, started } from './site.mjs';

export const ACCOUNT = '5d0e0f3a-41c7-4f0b-8b9c-2f6f7c1d9a10:7b6c1f44-90de-4c3a-a1d8-3e5b9f2a6c01_2019-05-31';
export const EUR = 'R4ZK-W8PT-BG7-QLD';
export const USD = 'M2XJ-9HVC-BG7-UTS';
export const SEK = 'D7NB-3KYF-BG7-WRC';
export const SECTION = 'Q5LM-2WRD-PJA-PGB';
export const PARTNER = '9a4b7c2d-63e1-4d5f-9c0a-8e1f2b3c4d55:c3d2e1f0-5a6b-4c7d-8e9f-0a1b2c3d4e66_2019-05-31';

/** Address of a page of the customer's account, such as `of('profiles', EUR, 'access')`. */
export const of = (...parts) => ['accounts', ACCOUNT, ...parts].map(encodeURIComponent).join('/');

/** The pay-as-you-go account of the first person, and some of its subscriptions. */
export const MOSP = '0f7a2c1e-8b35-4e9d-a6c4-51d2e3f4a5b6';
export const SUB_01 = 'd0aa7494-3bf8-521a-8408-0303c1e0071e';
export const SUB_02 = 'fc5efc95-e65a-5166-a8ba-045458b6624f';
export const SUPPORT_PLAN = '14e48cf6-0bf7-58a6-8954-889ba2640a6d';
export const RESERVATION = '9e44ce08-1a19-5a4a-b620-444cb0efe8b7';

/** Address of a page of that account, such as `mosp('subscriptions', SUB_01, 'invoices')`. */
export const mosp = (...parts) => ['accounts', MOSP, ...parts].map(encodeURIComponent).join('/');

/** Opens a page of the site and waits for its heading. */
export async function openPage(path = '', options = {}) {
  const opened = await openSite({ path, ...options });
  await started(opened.page);
  await opened.page.getByRole('heading', { level: 1 }).waitFor();
  return opened;
}

const WORDS = {
  en: { account: 'Account and directories', viewAs: 'View as' },
  nl: { account: 'Account en directory’s', viewAs: 'Weergeven als' },
  sv: { account: 'Konto och kataloger', viewAs: 'Visa som' },
};

/** Looks at the site as somebody else, through the account menu. */
export async function viewAs(page, name, language = 'en') {
  const words = WORDS[language];
  await page.getByRole('button', { name: words.account }).click();
  await page.getByRole('dialog', { name: words.account }).getByRole('button', { name: `${words.viewAs} ${name}` }).click();
  const shown = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  await page.getByRole('button', { name: new RegExp(`^${words.account}.*${shown}`) }).waitFor();
}

/** The row of a table that begins with, or holds, this text. */
export const row = (page, table, text) => page.getByRole('table', { name: table }).getByRole('row', { name: text });

/** Waits until a table has its rows: the grey lines that stand in for them are gone. */
export async function loaded(page, table) {
  await page.getByRole('table', { name: table }).and(page.locator(':not([aria-busy])')).waitFor();
}

/** Everything a control is described by, in words: the reason why it may not be used. */
export const description = (control) =>
  control.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)
      .map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim());

/** Looks through another directory, through the account menu. */
export async function switchDirectory(page, name) {
  await page.getByRole('button', { name: WORDS.en.account }).click();
  const pane = page.getByRole('dialog', { name: WORDS.en.account });
  await pane.getByRole('button', { name: `Switch to ${name}` }).click();
  await pane.getByRole('listitem').filter({ hasText: name }).getByText('Current directory').waitFor();
  await page.keyboard.press('Escape');
  await pane.waitFor({ state: 'hidden' });
}
