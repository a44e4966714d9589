// Access control: a colleague becomes Invoice manager, and what may be done and undone around it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACCOUNT, EUR, SECTION, description, loaded, of, openPage, row, viewAs } from './lib/tenant.mjs';

const WORDS = {
  en: {
    scopes: 'Billing scopes', product: 'Cost Management + Billing', profiles: 'Billing profiles', access: 'Access control (IAM)',
    add: 'Add', pane: 'Add role assignment', role: 'Role', manager: 'Invoice manager', person: 'Name or email', save: 'Save',
    added: 'Tomas Åkerblad is now Invoice manager.', undo: 'Undo', invoices: 'Invoices', search: 'Search pages, accounts and invoices',
  },
  nl: {
    scopes: 'Factureringsbereiken', product: 'Kostenbeheer en facturering', profiles: 'Factureringsprofielen', access: 'Toegangsbeheer (IAM)',
    add: 'Toevoegen', pane: 'Roltoewijzing toevoegen', role: 'Rol', manager: 'Factuurbeheerder', person: 'Naam of e-mail', save: 'Opslaan',
    added: 'Tomas Åkerblad is nu Factuurbeheerder.', undo: 'Ongedaan maken', invoices: 'Facturen', search: 'Zoeken in pagina’s, rekeningen en facturen',
  },
};
const EMAIL = 'tomas.akerblad@kwelderoog.example';
const IAM = of('profiles', EUR, 'access');
const none = { console: [], csp: [], requests: [] };

const tomas = (page, words = WORDS.en) => row(page, words.access, /Tomas Åkerblad/);

async function openIam(options) {
  const opened = await openPage(IAM, options);
  await loaded(opened.page, /Access control|Toegangsbeheer/);
  return opened;
}

/** Adds Tomas in the pane; returns when the pane is closed. */
async function addTomas(page, words = WORDS.en) {
  await page.getByRole('button', { name: words.add, exact: true }).click();
  const pane = page.getByRole('dialog', { name: words.pane });
  await pane.getByLabel(words.role).selectOption({ label: words.manager });
  await pane.getByRole('combobox', { name: words.person }).fill(EMAIL);
  await pane.getByRole('button', { name: words.save }).click();
  await pane.waitFor({ state: 'hidden' });
}

for (const [language, locale] of [['nl', 'nl-NL'], ['en', 'en-US']]) {
  test(`a colleague becomes ${WORDS[language].manager} from the search to the next day (${locale})`, async () => {
    const words = WORDS[language];
    const { page, problems, close } = await openPage('', { locale });
    const search = page.getByRole('combobox', { name: words.search });
    await search.fill(words.product);
    await page.getByRole('option', { name: words.scopes }).click();
    await page.getByRole('heading', { level: 1, name: words.product }).waitFor();
    await page.getByRole('link', { name: 'Kwelderoog Zeevracht B.V.' }).click();
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: words.profiles }).click();
    await page.getByRole('table', { name: words.profiles }).getByRole('link', { name: 'Kwelderoog Nederland' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kwelderoog Nederland' }).waitFor();
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: words.access }).click();
    await page.getByRole('heading', { level: 1, name: words.access }).waitFor();
    await loaded(page, words.access);
    assert.equal(await tomas(page, words).count(), 0);

    await addTomas(page, words);
    await page.getByText(words.added).waitFor();
    await tomas(page, words).waitFor();
    assert.match(await tomas(page, words).innerText(), new RegExp(words.manager));

    await page.reload();
    await loaded(page, words.access);
    await tomas(page, words).waitFor();
    assert.equal(await tomas(page, words).count(), 1);

    await viewAs(page, 'Tomas Åkerblad', language);
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: words.invoices }).click();
    await page.getByRole('heading', { level: 1, name: words.invoices }).waitFor();
    await loaded(page, words.invoices);
    const listed = page.getByRole('table', { name: words.invoices }).getByRole('row').filter({ hasText: 'Kwelderoog Nederland' });
    assert.ok((await listed.count()) >= 20, 'the invoices of the profile are there');
    assert.deepEqual(problems, none);
    await close();
  });
}

test('before the role is given, the same colleague sees no invoice', async () => {
  const { page, close } = await openPage(of('profiles', EUR, 'invoices'));
  await viewAs(page, 'Tomas Åkerblad');
  await page.getByRole('main').getByText('You cannot see this billing account').waitFor();
  assert.equal(await page.getByRole('row').filter({ hasText: 'Kwelderoog Nederland' }).count(), 0);
  await close();
});

test('Undo in the message takes the role away again', async () => {
  const { page, close } = await openIam();
  await addTomas(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The role was taken away again.').waitFor();
  await tomas(page).waitFor({ state: 'detached' });
  await page.reload();
  await loaded(page, 'Access control (IAM)');
  assert.equal(await tomas(page).count(), 0);
  await close();
});

test('Undo stays behind the bell when the message is gone', async () => {
  const { page, close } = await openIam();
  await addTomas(page);
  await page.getByRole('button', { name: 'Undo' }).locator('..').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Notifications, 1 new' }).click();
  const bell = page.getByRole('dialog', { name: 'Notifications' });
  await bell.getByRole('button', { name: 'Undo' }).click();
  await bell.getByText('The role was taken away again.').waitFor();
  await page.keyboard.press('Escape');
  await tomas(page).waitFor({ state: 'detached' });
  await close();
});

test('a role is removed after a question, and can be given back', async () => {
  const { page, close } = await openIam();
  await addTomas(page);
  await page.getByText('Tomas Åkerblad is now Invoice manager.').locator('..').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'More actions for Tomas Åkerblad, Invoice manager' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  const ask = page.getByRole('alertdialog', { name: 'Remove role assignment?' });
  await ask.getByText('Tomas Åkerblad will no longer be Invoice manager.').waitFor();
  await ask.getByRole('button', { name: 'Cancel' }).click();
  await ask.waitFor({ state: 'hidden' });
  assert.equal(await tomas(page).count(), 1);

  await page.getByRole('button', { name: 'More actions for Tomas Åkerblad, Invoice manager' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await ask.getByRole('button', { name: 'Remove' }).click();
  await tomas(page).waitFor({ state: 'detached' });
  const told = page.getByText('Tomas Åkerblad is no longer Invoice manager.');
  await told.waitFor();
  await told.locator('..').getByRole('button', { name: 'Undo' }).click();
  await tomas(page).waitFor();
  await close();
});

test('the last owner of an account cannot be removed, and the menu says why', async () => {
  const { page, close } = await openPage(of('access'));
  await loaded(page, 'Access control (IAM)');
  await page.getByRole('button', { name: 'More actions for Marijke Hoogeveen-Terpstra, Billing account owner' }).click();
  const remove = page.getByRole('menuitem', { name: 'Remove' });
  assert.equal(await remove.getAttribute('aria-disabled'), 'true');
  assert.equal(await description(remove), 'The last Billing account owner cannot be removed.');
  await remove.click({ force: true });
  assert.equal(await page.getByRole('alertdialog').count(), 0);
  await close();
});

test('roles from above are marked, lead to their scope and cannot be removed here', async () => {
  const { page, close } = await openPage(of('profiles', EUR, 'sections', SECTION, 'access'));
  await loaded(page, 'Access control (IAM)');
  const owner = row(page, 'Access control (IAM)', /Marijke Hoogeveen-Terpstra/);
  assert.equal(
    await owner.getByRole('link', { name: 'Kwelderoog Zeevracht B.V. (inherited)' }).getAttribute('href'),
    `/accounts/${encodeURIComponent(ACCOUNT)}/access`,
  );
  await row(page, 'Access control (IAM)', /Joost Brakelman/).getByRole('link', { name: 'Kwelderoog Nederland (inherited)' }).waitFor();
  assert.match(await row(page, 'Access control (IAM)', /Amira Belhadj-de Grauw/).innerText(), /This scope/);
  await page.getByRole('button', { name: /More actions for Joost Brakelman/ }).click();
  const remove = page.getByRole('menuitem', { name: 'Remove' });
  assert.equal(await remove.getAttribute('aria-disabled'), 'true');
  assert.equal(await description(remove), 'This role is inherited from Kwelderoog Nederland and can only be removed there.');
  await close();
});

test('a reader finds Add visible, disabled and focusable, with the role that is missing and who can give it', async () => {
  const { page, close } = await openIam();
  await viewAs(page, 'Ingrid Söderqvist');
  await loaded(page, 'Access control (IAM)');
  const add = page.getByRole('button', { name: 'Add', exact: true });
  await page.locator('button[aria-disabled=true]', { hasText: 'Add' }).waitFor();
  await add.focus();
  assert.ok(await add.evaluate((button) => document.activeElement === button));
  const reason = await description(add);
  assert.match(reason, /You need the role .*Billing profile owner/);
  assert.match(reason, /can give it to you/);
  assert.match(reason, /Joost Brakelman|Marijke Hoogeveen-Terpstra|owner/);
  await page.keyboard.press('Enter');
  await add.click({ force: true });
  assert.equal(await page.getByRole('dialog', { name: 'Add role assignment' }).count(), 0);

  await page.getByRole('button', { name: /More actions for Femke van den Oudenrijn/ }).click();
  const remove = page.getByRole('menuitem', { name: 'Remove' });
  assert.equal(await remove.getAttribute('aria-disabled'), 'true');
  assert.match(await description(remove), /You need the role .*Billing profile owner/);
  // The pane by its own address says the same.
  await page.evaluate(() => history.pushState(null, '', '?pane=add'));
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
  const pane = page.getByRole('dialog', { name: 'Add role assignment' });
  await pane.getByText(/You need the role .*Billing profile owner/).first().waitFor();
  assert.equal(await pane.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled'), 'true');
  await close();
});

test('Save pressed many times gives one role', async () => {
  const { page, close } = await openIam();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const pane = page.getByRole('dialog', { name: 'Add role assignment' });
  await pane.getByLabel('Role').selectOption({ label: 'Invoice manager' });
  await pane.getByRole('combobox', { name: 'Name or email' }).fill(EMAIL);
  const save = pane.getByRole('button', { name: 'Save' });
  // Clicks and Enter within one turn, before the page can draw that it is busy.
  await save.evaluate((button) => {
    for (let i = 0; i < 4; i += 1) button.click();
  });
  await pane.waitFor({ state: 'hidden' });
  await tomas(page).waitFor();
  assert.equal(await tomas(page).count(), 1);
  await page.getByText('Tomas Åkerblad is now Invoice manager.').first().waitFor();
  assert.equal(await page.getByText('Tomas Åkerblad is now Invoice manager.').count(), 1);
  await page.reload();
  await loaded(page, 'Access control (IAM)');
  assert.equal(await tomas(page).count(), 1);
  await close();
});

test('giving the same role twice is told in the pane, and what was typed stays', async () => {
  const { page, close } = await openIam();
  await addTomas(page);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const pane = page.getByRole('dialog', { name: 'Add role assignment' });
  await pane.getByLabel('Role').selectOption({ label: 'Invoice manager' });
  await pane.getByRole('combobox', { name: 'Name or email' }).fill(EMAIL);
  await pane.getByRole('button', { name: 'Save' }).click();
  await pane.getByText('This role has already been given to them here.').waitFor();
  assert.equal(await pane.getByRole('combobox', { name: 'Name or email' }).inputValue(), EMAIL);
  await close();
});

test('an empty form and an unknown person are told at their fields', async () => {
  const { page, close } = await openIam();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const pane = page.getByRole('dialog', { name: 'Add role assignment' });
  await pane.getByRole('button', { name: 'Save' }).click();
  assert.match(await description(pane.getByLabel('Role')), /Choose a role\./);
  assert.match(await description(pane.getByRole('combobox', { name: 'Name or email' })), /Say who should get the role\./);
  await pane.getByLabel('Role').selectOption({ label: 'Invoice manager' });
  await pane.getByRole('combobox', { name: 'Name or email' }).fill('nobody@elsewhere.example');
  await pane.getByRole('button', { name: 'Save' }).click();
  await pane.getByText('Nobody in the directory has exactly this name or email.').waitFor();
  assert.equal(await pane.getByRole('combobox', { name: 'Name or email' }).inputValue(), 'nobody@elsewhere.example');
  await close();
});

test('the whole way by keyboard alone: suggestions, Save, the focus returns to Add', async () => {
  const { page, close } = await openIam();
  await page.evaluate(() => {
    window.mouse = 0;
    for (const kind of ['mousedown', 'pointerdown']) document.addEventListener(kind, () => (window.mouse += 1), true);
  });
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim());
  const tabTo = async (reached, most = 60) => {
    for (let i = 0; i < most; i += 1) {
      if (await reached()) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`not reached by Tab; the focus is on ${await focused()}`);
  };
  const isOn = (locator) => () => locator.evaluate((element) => document.activeElement === element);
  const add = page.getByRole('button', { name: 'Add', exact: true });
  await tabTo(isOn(add));
  await page.keyboard.press('Enter');
  const pane = page.getByRole('dialog', { name: 'Add role assignment' });
  const role = pane.getByLabel('Role');
  await role.locator('option', { hasText: 'Invoice manager' }).waitFor({ state: 'attached' });
  await tabTo(isOn(role), 8);
  await page.keyboard.type('Invoice m');
  assert.equal(await role.evaluate((select) => select.selectedOptions[0].text), 'Invoice manager');
  await page.keyboard.press('Tab');
  assert.ok(await isOn(pane.getByRole('combobox', { name: 'Name or email' }))());
  await page.keyboard.type('akerb');
  await pane.getByRole('option', { name: /Tomas Åkerblad/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await pane.getByRole('combobox', { name: 'Name or email' }).inputValue(), 'Tomas Åkerblad');
  await tabTo(isOn(pane.getByRole('button', { name: 'Save' })), 8);
  await page.keyboard.press('Enter');
  await pane.waitFor({ state: 'hidden' });
  await tomas(page).waitFor();
  assert.ok(await isOn(add)(), `the focus is on ${await focused()}`);
  assert.equal(await page.evaluate(() => window.mouse), 0);
  await close();
});

test('Escape asks before it throws away what was typed, and gives the focus back', async () => {
  const { page, close } = await openIam();
  const add = page.getByRole('button', { name: 'Add', exact: true });
  await add.click();
  const pane = page.getByRole('dialog', { name: 'Add role assignment' });
  await pane.getByLabel('Role').selectOption({ label: 'Billing profile reader' });
  await page.keyboard.press('Escape');
  await pane.getByText('What you typed has not been saved.').waitFor();
  await pane.getByRole('button', { name: 'Keep editing' }).click();
  assert.equal(await pane.getByLabel('Role').evaluate((select) => select.selectedOptions[0].text), 'Billing profile reader');
  await page.keyboard.press('Escape');
  await pane.getByRole('button', { name: 'Discard' }).click();
  await pane.waitFor({ state: 'hidden' });
  assert.ok(await add.evaluate((button) => document.activeElement === button));
  await close();
});
