// Invoice email preference: who gets the next invoice by e-mail, and why.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EUR, SEK, description, of, openPage, viewAs } from './lib/tenant.mjs';

const LIST = of('profiles', EUR, 'invoices');
const none = { console: [], csp: [], requests: [] };

const WORDS = {
  en: {
    title: 'Invoice email preference', byEmail: 'Receive invoices by email', yes: 'Yes', additional: 'Additional recipients',
    who: 'Who gets the next invoice', save: 'Save',
  },
  sv: {
    title: 'Inställning för faktura via e-post', byEmail: 'Ta emot fakturor via e-post', yes: 'Ja', additional: 'Ytterligare mottagare',
    who: 'Vem får nästa faktura', save: 'Spara',
  },
};

/** The pane, opened from the command bar, with what is saved for the profile on show. */
async function openPane(page, words = WORDS.en) {
  await page.getByRole('button', { name: words.title }).click();
  const pane = page.getByRole('dialog', { name: words.title });
  await pane.getByRole('region', { name: words.who }).getByRole('list').waitFor();
  return pane;
}

const recipients = (pane, words = WORDS.en) => pane.getByRole('region', { name: words.who }).getByRole('listitem');
const field = (pane, words = WORDS.en) => pane.getByRole('textbox', { name: words.additional });

test('an address is added, saved, told with its reason, there after a reload, and undone', async () => {
  const { page, problems, close } = await openPage(LIST);
  let pane = await openPane(page);
  assert.ok(await pane.getByRole('radio', { name: 'Yes' }).isChecked());
  const before = await recipients(pane).count();
  await field(pane).fill('kasboek@kwelderoog.example');
  await page.keyboard.press('Enter');
  const added = recipients(pane).filter({ hasText: 'kasboek@kwelderoog.example' });
  await added.filter({ hasText: 'Additional recipient' }).waitFor();
  assert.equal(await recipients(pane).count(), before + 1);
  await pane.getByRole('button', { name: 'Save' }).click();
  await pane.waitFor({ state: 'hidden' });
  await page.getByText('The email preference of Kwelderoog Nederland was saved.').waitFor();

  await page.reload();
  pane = await openPane(page);
  await added.waitFor();
  await page.keyboard.press('Escape');
  await pane.waitFor({ state: 'hidden' });

  // The way back belongs to the change of this page: so one more.
  pane = await openPane(page);
  await pane.getByRole('button', { name: 'Remove kasboek@kwelderoog.example' }).click();
  await added.waitFor({ state: 'detached' });
  await pane.getByRole('button', { name: 'Save' }).click();
  await pane.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The email preference is as it was.').waitFor();
  pane = await openPane(page);
  await added.waitFor();
  assert.deepEqual(problems, none);
  await close();
});

test('who gets the next invoice is told by role, group and address', async () => {
  const { page, close } = await openPage(LIST);
  const pane = await openPane(page);
  const reasons = [
    ['Joost Brakelman', 'Has the role Billing profile owner'],
    ['Ingrid Söderqvist', 'Has the role Billing profile reader'],
    ['Femke van den Oudenrijn', 'Has the role Invoice manager'],
    ['factuurarchief@kwelderoog.example', 'Additional recipient'],
  ];
  for (const [who, why] of reasons) {
    await recipients(pane).filter({ hasText: who }).filter({ hasText: why }).waitFor();
  }
  await pane.getByText(`${await recipients(pane).count()} recipients`).waitFor();
  await close();
});

test('No sends it to nobody by role, before it is saved', async () => {
  const { page, close } = await openPage(LIST);
  const pane = await openPane(page);
  await pane.getByRole('radio', { name: 'No' }).check();
  await recipients(pane).filter({ hasText: 'Joost Brakelman' }).waitFor({ state: 'detached' });
  await pane.getByRole('radio', { name: 'Yes' }).check();
  await recipients(pane).filter({ hasText: 'Joost Brakelman' }).waitFor();
  await close();
});

test('a text that is no address is told, kept and not saved', async () => {
  const { page, close } = await openPage(LIST);
  const pane = await openPane(page);
  await field(pane).fill('kasboek.example');
  await page.keyboard.press('Enter');
  await pane.getByText('kasboek.example: an address has one @').waitFor();
  assert.equal(await field(pane).getAttribute('aria-invalid'), 'true');
  await pane.getByRole('button', { name: 'Save' }).click();
  await pane.getByText('kasboek.example is not an email address. Correct or remove it, then save.').waitFor();
  assert.ok(await pane.isVisible());
  await pane.getByRole('button', { name: 'Edit kasboek.example' }).click();
  assert.equal(await field(pane).inputValue(), 'kasboek.example');
  await field(pane).fill('kasboek@kwelderoog.example');
  await page.keyboard.press('Enter');
  await pane.getByRole('button', { name: 'Save' }).click();
  await pane.waitFor({ state: 'hidden' });
  await close();
});

test('a pasted list becomes an entry each', async () => {
  const { page, close } = await openPage(LIST);
  const pane = await openPane(page);
  await field(pane).evaluate((input) => {
    const data = new DataTransfer();
    data.setData('text', 'een@kwelderoog.example; Jansen, Twee <twee@kwelderoog.example>\n"Drie Ek" <drie@kwelderoog.example>');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  for (const name of ['een', 'twee', 'drie']) {
    await pane.getByRole('button', { name: `Remove ${name}@kwelderoog.example` }).waitFor();
  }
  for (const word of ['Jansen', 'Twee', 'Ek']) assert.equal(await pane.getByRole('button', { name: `Remove ${word}`, exact: true }).count(), 0);
  await close();
});

test('what is no address is marked, and nobody is said to get the invoice there', async () => {
  const { page, close } = await openPage(LIST);
  const pane = await openPane(page);
  const before = await recipients(pane).allInnerTexts();
  await field(pane).fill('geenadres');
  await page.keyboard.press('Enter');
  await pane.getByRole('button', { name: 'Edit geenadres' }).waitFor();
  assert.deepEqual(await recipients(pane).allInnerTexts(), before);
  await field(pane).fill('KASBOEK@kwelderoog.example,kasboek@kwelderoog.example,');
  await page.keyboard.press('Enter');
  assert.equal(await pane.getByRole('button', { name: /Remove kasboek/i }).count(), 1, 'an address is the same in any case');
  await close();
});

test('Escape asks first, and nothing typed is lost', async () => {
  const { page, close } = await openPage(LIST);
  const pane = await openPane(page);
  await field(pane).fill('kasboek@kwelderoog.example');
  await page.keyboard.press('Enter');
  await field(pane).pressSequentially('half@');
  await page.keyboard.press('Escape');
  await pane.getByText('What you typed has not been saved.').waitFor();
  await pane.getByRole('button', { name: 'Keep editing' }).click();
  await pane.getByRole('button', { name: 'Remove kasboek@kwelderoog.example' }).waitFor();
  const half = (await field(pane).inputValue()) === 'half@' || (await pane.getByRole('button', { name: 'Edit half@' }).isVisible());
  assert.ok(half, 'the half typed address is still there');
  await page.keyboard.press('Escape');
  await pane.getByRole('button', { name: 'Discard' }).click();
  await pane.waitFor({ state: 'hidden' });
  const again = await openPane(page);
  assert.equal(await again.getByRole('button', { name: 'Remove kasboek@kwelderoog.example' }).count(), 0);
  await close();
});

test('Escape also asks for a text that is still in the field', async () => {
  const { page, close } = await openPage(LIST);
  const pane = await openPane(page);
  await field(pane).pressSequentially('half@kwelderoog');
  await page.keyboard.press('Escape');
  await pane.getByText('What you typed has not been saved.').waitFor({ timeout: 5000 });
  await close();
});

test('of the account the profile is chosen in the pane, and each has its own preference', async () => {
  const { page, close } = await openPage(of('invoices'));
  const pane = await openPane(page);
  const profile = pane.getByLabel('Billing profile');
  assert.equal(await profile.evaluate((select) => select.selectedOptions[0].text), 'Kwelderoog Nederland');
  await profile.selectOption(SEK);
  await pane.getByRole('radio', { name: 'No', checked: true }).waitFor();
  await pane.getByText('Nobody: invoices are not sent by email.').waitFor();
  assert.match(page.url(), new RegExp(`for=${SEK}`));
  await close();
});

test('a reader sees the preference disabled with the reason and cannot change it', async () => {
  const { page, close } = await openPage(LIST);
  await viewAs(page, 'Ingrid Söderqvist');
  const pane = await openPane(page);
  const save = pane.getByRole('button', { name: 'Save' });
  await pane.locator('button[aria-disabled=true]', { hasText: 'Save' }).waitFor();
  assert.match(await description(save), /You need the role .*Billing profile owner/);
  await pane.getByRole('radio', { name: 'No' }).click({ force: true });
  assert.ok(await pane.getByRole('radio', { name: 'Yes' }).isChecked());
  assert.equal(await pane.getByRole('radio', { name: 'No' }).getAttribute('aria-disabled'), 'true');
  await field(pane).focus();
  await page.keyboard.type('kasboek@kwelderoog.example');
  await page.keyboard.press('Enter');
  assert.equal(await pane.getByRole('button', { name: 'Remove kasboek@kwelderoog.example' }).count(), 0);
  await save.click({ force: true });
  assert.ok(await pane.isVisible());
  await close();
});

test('the pane speaks Swedish', async () => {
  const { page, close } = await openPage(LIST, { locale: 'sv-SE' });
  const pane = await openPane(page, WORDS.sv);
  await pane.getByRole('radiogroup', { name: WORDS.sv.byEmail }).waitFor();
  assert.ok(await pane.getByRole('radio', { name: WORDS.sv.yes }).isChecked());
  await field(pane, WORDS.sv).fill('kasboek@kwelderoog.example');
  await page.keyboard.press('Enter');
  await recipients(pane, WORDS.sv).filter({ hasText: 'kasboek@kwelderoog.example' }).filter({ hasText: 'Ytterligare mottagare' }).waitFor();
  await recipients(pane, WORDS.sv).filter({ hasText: 'Har rollen Fakturahanterare' }).first().waitFor();
  await pane.getByRole('button', { name: WORDS.sv.save }).click();
  await page.getByText('E-postinställningen för Kwelderoog Nederland har sparats.').waitFor();
  await close();
});
