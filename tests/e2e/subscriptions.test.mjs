// Pay-as-you-go: who may download, invoices by e-mail, the change of several, what stays after a reload.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite, started } from './lib/site.mjs';
import { RESERVATION, SUB_01, SUB_02, SUPPORT_PLAN, loaded, mosp, of, openPage, viewAs } from './lib/tenant.mjs';

const none = { console: [], csp: [], requests: [] };
const invoicesOf = (id) => mosp('subscriptions', id, 'invoices');

test('a reader sees no invoice while access is off, is told whom to ask, and sees them once it is on', async () => {
  const { page, problems, close } = await openPage(invoicesOf(SUB_02));
  await viewAs(page, 'Karin Mårtensson');
  await page.getByText('Access to invoice is off for this subscription.').first().waitFor();
  assert.equal(await page.getByRole('link', { name: /^E[A-Z0-9]{9}$/ }).count(), 0);
  problems.requests.length = 0;
  problems.console.length = 0;
  await page.getByRole('button', { name: 'Stop' }).click();
  await loaded(page, 'Invoices');
  await page.getByRole('button', { name: 'Allow others to download invoice' }).click();
  const pane = page.getByRole('dialog', { name: 'Access to invoice' });
  await pane.getByRole('radio', { name: 'Off' }).and(page.locator(':checked')).waitFor();
  await pane.getByRole('radio', { name: 'On' }).check();
  await pane.getByRole('heading', { name: 'Who can download' }).waitFor();
  await pane.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Others can now download the invoices of Azure-sub 02.').first().waitFor();
  await page.reload();
  await started(page);
  await viewAs(page, 'Karin Mårtensson');
  await loaded(page, 'Invoices');
  await page.getByRole('link', { name: /^E[A-Z0-9]{9}$/ }).first().waitFor();
  assert.deepEqual(problems, none);
  await close();
});

test('nobody but the account administrator can turn the switch, and the pane says so', async () => {
  const { page, close } = await openPage(invoicesOf(SUB_01));
  await loaded(page, 'Invoices');
  await viewAs(page, 'Joost Brakelman');
  await page.getByRole('button', { name: 'Allow others to download invoice' }).click();
  const pane = page.getByRole('dialog', { name: 'Access to invoice' });
  const save = pane.getByRole('button', { name: 'Save' });
  await pane.getByRole('radio', { name: 'On' }).waitFor();
  assert.equal(await save.getAttribute('aria-disabled'), 'true');
  await save.focus();
  await page.getByText('Only the account administrator of the subscription can do this.').first().waitFor();
  await close();
});

test('a support plan has no switch', async () => {
  const { page, close } = await openPage(`${invoicesOf(SUPPORT_PLAN)}?pane=access`);
  await page.getByRole('dialog').getByText('Invoices of a support plan are for its account administrator only.').first().waitFor();
  assert.equal(await page.getByRole('dialog').getByRole('radio').count(), 0);
  await close();
});

test('what was typed about e-mail is kept, a wrong address is told, and opting out says what it forgets', async () => {
  const { page, problems, close } = await openPage(invoicesOf(SUB_01));
  await loaded(page, 'Invoices');
  await page.getByRole('button', { name: 'Receive invoice by email' }).click();
  const pane = page.getByRole('dialog', { name: 'Email invoice' });
  await pane.getByRole('button', { name: 'Configure recipients' }).click();
  const field = pane.getByRole('textbox', { name: 'Additional recipients' });
  await field.fill('accounting@example');
  await pane.getByRole('button', { name: 'Add recipient' }).click();
  await pane.getByText('accounting@example: the part after the @ is not a domain').first().waitFor();
  await pane.getByRole('button', { name: 'Save' }).click();
  await pane.getByRole('alert').filter({ hasText: 'accounting@example is not an email address' }).waitFor();
  await pane.getByRole('button', { name: 'Remove accounting@example' }).click();
  await field.fill('accounting@kwelderoog.example; books@kwelderoog.example');
  await field.press('Enter');
  await pane.getByRole('button', { name: 'Done' }).click();
  await pane.getByRole('listitem').filter({ hasText: 'books@kwelderoog.example' }).getByText('Additional recipient').waitFor();
  await pane.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The email preference of Azure-sub 01 was saved.').first().waitFor();
  await page.reload();
  await started(page);
  await loaded(page, 'Invoices');
  await page.getByRole('button', { name: 'Receive invoice by email' }).click();
  await pane.getByText('books@kwelderoog.example').waitFor();
  await pane.getByRole('button', { name: 'Opt out' }).click();
  await pane.getByText(/Opting out forgets the stored addresses: .*books@kwelderoog\.example/).waitFor();
  await page.keyboard.press('Escape');
  await pane.getByText('What you typed has not been saved.').waitFor();
  assert.deepEqual(problems, none);
  await close();
});

test('a link out of a form with something typed asks first, and then goes where it leads', async () => {
  const { page, problems, close } = await openPage(`${invoicesOf(SUPPORT_PLAN)}?pane=email`);
  const pane = page.getByRole('dialog', { name: 'Email invoice' });
  await pane.getByRole('checkbox', { name: 'I accept the terms' }).check();
  await pane.getByRole('button', { name: 'Opt in', exact: true }).click();
  const link = pane.getByRole('link', { name: 'Update profile' });
  await link.click();
  await pane.getByText('What you typed has not been saved.').waitFor();
  await pane.getByRole('button', { name: 'Keep editing' }).click();
  await link.waitFor();
  await link.click();
  await pane.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('heading', { level: 1, name: 'Properties' }).waitFor();
  await page.getByRole('main').getByText('crediteuren@kwelderoog.example').waitFor();
  assert.deepEqual(problems, none);
  await close();
});

test('one change goes to several subscriptions, shown before it is made', async () => {
  const { page, close } = await openPage(`${mosp('invoices')}?pane=email-bulk`);
  const pane = page.getByRole('dialog', { name: 'Change several subscriptions' });
  const line = (name) => pane.getByRole('listitem').filter({ hasText: name });
  await line('Azure-sub 01').getByText('stays as it is').waitFor();
  await line('Azure-sub 02').getByText('Opted in').waitFor();
  await line('Reservering').getByText('Not possible. Invoices for reservations and Marketplace are not sent by email.').waitFor();
  const apply = pane.getByRole('button', { name: /^Change [0-9]+ subscriptions$/ });
  const count = Number(/[0-9]+/.exec(await apply.innerText())[0]);
  assert.ok(count > 3);
  assert.equal(await apply.getAttribute('aria-disabled'), 'true', 'the terms are not accepted');
  await pane.getByRole('checkbox', { name: 'I accept the terms' }).check();
  await apply.click();
  await page.getByText(`The email preference of ${count} subscriptions was saved.`).first().waitFor();
  await close();
});

test('a reservation has no e-mail, and the pane says why', async () => {
  const { page, close } = await openPage(`${invoicesOf(RESERVATION)}?pane=email`);
  await page.getByRole('dialog').getByText('invoices for reservations and Marketplace are not sent by email').waitFor();
  await close();
});

test('each page of a subscription opens by its address, in the browser’s history too', async () => {
  const { page, problems, close } = await openSite({ path: mosp('subscriptions') });
  await loaded(page, 'Subscriptions');
  await page.getByRole('link', { name: 'Azure-sub 01' }).click();
  await page.getByRole('heading', { level: 1, name: 'Azure-sub 01' }).waitFor();
  const menu = page.getByRole('navigation', { name: 'Menu' });
  for (const name of ['Invoices', 'Billing history', 'Payment methods', 'Properties']) {
    await menu.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Payment methods' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Payment methods' }).waitFor();
  await page.getByText('visa ending in 4242').waitFor();
  assert.deepEqual(problems, none);
  await close();
});

test('whoever may not see invoices gets the reasons instead of an error, on the list and on the invoice', async () => {
  const { page, close } = await openPage(of('invoices'));
  await viewAs(page, 'Ruben Kortenaer');
  const refused = page.getByRole('main').getByText('You do not have permission to see invoices');
  await refused.waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Why is there no invoice?' }).last().click();
  const pane = page.getByRole('dialog', { name: 'Why is there no invoice?' });
  await pane.getByText(/One of these roles is needed/).waitFor();
  await close();
});

test('who may not open a pay-as-you-go invoice is told who lets others see it', async () => {
  const { page, close } = await openPage(mosp('invoices'));
  const row = page.getByRole('row').filter({ hasText: 'Azure-sub 02' }).first();
  const path = await row.getByRole('rowheader').getByRole('link').getAttribute('href');
  await viewAs(page, 'Karin Mårtensson');
  await page.evaluate((path) => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')); }, path);
  await page.getByRole('main').getByText(/whose account administrator lets others download them/).waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Why is there no invoice?' }).click();
  await page.getByRole('dialog', { name: 'Why is there no invoice?' }).waitFor();
  await close();
});
