// Pay-as-you-go against Azure itself: what it has a public API for works, and where it has none the page says so.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { AZURE, chooseSource, enterToken, siteFor } from './lib/http.mjs';
import { download, openSite } from './lib/site.mjs';

const ACCOUNT = '11111111-2222-4333-8444-555555555555';
const SUBSCRIPTION = '22222222-3333-4444-8555-666666666666';
const ADMINISTRATOR = '77777777-0000-4000-8000-000000000001';
const SEEN = { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' };
const page = (...value) => ({ value });
const euro = (value) => ({ currency: 'EUR', value });

const billing = '/providers/Microsoft.Billing/billingAccounts';
const subscription = {
  id: `${billing}/${ACCOUNT}/billingSubscriptions/${SUBSCRIPTION}`, name: SUBSCRIPTION, type: 'Microsoft.Billing/billingAccounts/billingSubscriptions',
  properties: {
    displayName: 'Duinrand productie', subscriptionId: SUBSCRIPTION, offerId: 'MS-AZR-0003P', status: 'Active', productCategory: 'UsageBased',
    purchaseDate: '2026-03-05T09:00:00Z', monthToDateCharges: euro(12.5), lastMonthCharges: euro(40.01),
  },
};
const invoice = {
  id: `${billing}/default/billingSubscriptions/${SUBSCRIPTION}/invoices/E100000001`, name: 'E100000001', type: 'Microsoft.Billing/billingAccounts/billingSubscriptions/invoices',
  properties: {
    invoiceType: 'AzureServices', documentType: 'Invoice', status: 'Paid', subscriptionId: SUBSCRIPTION, subscriptionDisplayName: 'Duinrand productie',
    invoiceDate: '2026-11-02T00:00:00Z', dueDate: '2026-12-02T00:00:00Z', invoicePeriodStartDate: '2026-09-05T00:00:00Z', invoicePeriodEndDate: '2026-10-04T00:00:00Z',
    billedAmount: euro(100), subTotal: euro(100), taxAmount: euro(21), totalAmount: euro(121), amountDue: euro(0),
  },
};
const line = {
  name: 'line-1', type: 'Microsoft.Billing/billingAccounts/transactions',
  properties: { kind: 'All', transactionType: 'Usage Charge', date: '2026-10-04T00:00:00Z', transactionAmount: euro(100), quantity: 50, unitOfMeasure: '1 Hour', productFamily: 'Compute', productDescription: 'Virtual Machines BS Series' },
};

/** Azure's answer in the shapes that Microsoft publishes; the company is invented. */
function azure(path) {
  const lower = path.toLowerCase();
  const is = (...ends) => ends.some((end) => lower === end.toLowerCase());
  const account = { id: `${billing}/${ACCOUNT}`, name: ACCOUNT, type: 'Microsoft.Billing/billingAccounts', properties: { displayName: 'Duinrand Rederij', agreementType: 'MicrosoftOnlineServicesProgram', accountType: 'Individual', accountStatus: 'Active', hasReadAccess: true } };
  if (is(billing)) return page(account);
  if (is(`${billing}/${ACCOUNT}`)) return account;
  if (is(`${billing}/${ACCOUNT}/billingSubscriptions`)) return page(subscription);
  if (is(`${billing}/${ACCOUNT}/billingSubscriptions/${SUBSCRIPTION}`)) return subscription;
  if (is(`${billing}/${ACCOUNT}/invoices`, `${billing}/default/billingSubscriptions/${SUBSCRIPTION}/invoices`)) return page(invoice);
  if (is(`${billing}/${ACCOUNT}/invoices/E100000001`, invoice.id)) return invoice;
  if (lower.endsWith('/invoices/e100000001/transactions')) return page(line);
  if (is(`/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Billing/billingProperty/default`)) {
    return { name: 'default', properties: { billingAccountId: `${billing}/${ACCOUNT}`, billingAccountDisplayName: 'Duinrand Rederij', billingAccountAgreementType: 'MicrosoftOnlineServicesProgram', isAccountAdmin: true, accountAdminNotificationEmailAddress: 'wietske@duinrand.example' } };
  }
  if (is(`/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Consumption/usageDetails`)) {
    return page({ kind: 'legacy', name: 'usage-1', properties: { subscriptionId: SUBSCRIPTION, date: '2026-09-05T00:00:00Z', meterId: 'm-1', quantity: 24, effectivePrice: 2, cost: 48, billingCurrency: 'EUR', consumedService: 'Microsoft.Compute', resourceId: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`, offerId: 'MS-AZR-0003P', meterDetails: { meterName: 'B2s', meterCategory: 'Virtual Machines', unitOfMeasure: '1 Hour' } } });
  }
  return undefined;
}

let dist;
before(async () => {
  dist = await siteFor([{ name: 'Azure', url: AZURE }], 'azure');
});

/** A window on a page of the account, with every path that Azure was asked for. */
async function onAzure(path, account = ACCOUNT) {
  const asked = [];
  const prepare = async (tab) => tab.route(`${AZURE}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const wanted = decodeURIComponent(pathname);
    asked.push(wanted);
    if (wanted.endsWith('/broken')) return route.fulfill({ status: 500, json: { error: { code: 'InternalServerError', message: wanted } }, headers: SEEN });
    const answer = azure(wanted);
    if (answer) return route.fulfill({ json: answer, headers: SEEN });
    return route.fulfill({ status: 404, json: { error: { code: 'NotFound', message: wanted } }, headers: SEEN });
  });
  const opened = await openSite({ dist, path: `accounts/${account}/${path}`, prepare });
  await chooseSource(opened.page, /Azure/);
  const claims = Buffer.from(JSON.stringify({ oid: ADMINISTRATOR, tid: '99999999-0000-4000-8000-000000000001', name: 'Wietske Duinrand', upn: 'wietske@duinrand.example' })).toString('base64url');
  await enterToken(opened.page, `e30.${claims}.signature`);
  return { ...opened, asked };
}

const nothingOfTheSandbox = (asked) => {
  assert.ok(asked.length > 2);
  for (const path of asked) assert.doesNotMatch(path, /Factuur\.Sandbox/i);
};

test('against Azure the subscription has its periods, its invoices and their papers', async () => {
  const { page: tab, asked, close } = await onAzure(`subscriptions/${SUBSCRIPTION}/invoices`);
  const row = tab.getByRole('table', { name: 'Invoices' }).getByRole('row').filter({ hasText: 'E100000001' });
  await row.getByText('€121.00').waitFor();
  await row.getByText('Paid').waitFor();
  await row.getByRole('link', { name: /2026/ }).click();
  const pane = tab.getByRole('dialog', { name: 'Download invoice and usage data' });
  const paper = await download(tab, () => pane.getByRole('button', { name: 'Download invoice' }).click());
  assert.match(paper.text, /^%PDF/);
  const usage = await download(tab, () => pane.getByRole('button', { name: 'Prepare Azure usage file' }).click());
  const [head, first] = usage.text.split('\r\n');
  assert.match(head, /^SubscriptionGuid,ResourceGroup,/);
  assert.match(first, /,24,2,48,Microsoft\.Compute,/);
  nothingOfTheSandbox(asked);
  await close();
});

test('against Azure the switch, the e-mail and the Account Center say that there is no public API and where to go', async () => {
  const { page: tab, asked, close } = await onAzure(`subscriptions/${SUBSCRIPTION}/invoices`);
  await tab.getByRole('main').getByRole('button', { name: 'Allow others to download invoice', exact: true }).click();
  const access = tab.getByRole('dialog', { name: 'Access to invoice' });
  await access.getByText('Azure has no public API for this switch.').waitFor();
  assert.equal(await access.getByRole('radio').count(), 0);
  assert.equal(await access.getByRole('button', { name: 'Save' }).count(), 0);
  await access.getByRole('button', { name: 'Close' }).click();
  await tab.getByRole('main').getByRole('button', { name: 'Receive invoice by email', exact: true }).click();
  const email = tab.getByRole('dialog', { name: 'Email invoice' });
  await email.getByText('Azure has no public API for invoices by email of a subscription.').waitFor();
  assert.equal(await email.getByRole('checkbox').count(), 0);
  await email.getByRole('button', { name: 'Close' }).click();
  await tab.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Billing history' }).click();
  await tab.getByText('The Account Center has no public API.').waitFor();
  nothingOfTheSandbox(asked);
  await close();
});

test('an account that Azure fails to tell is an error to try again, and not one that a person may not see', async () => {
  const { page: tab, close } = await onAzure('subscriptions', 'broken');
  const alert = tab.getByRole('main').getByRole('alert');
  await alert.getByText('InternalServerError').waitFor({ timeout: 60_000 });
  await alert.getByRole('button', { name: 'Retry' }).waitFor();
  assert.equal(await tab.getByText('You cannot see this billing account').count(), 0);
  await close();
});
