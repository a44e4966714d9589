// The thirty columns that everyone writes: a choice of the cost-details file of a Microsoft Customer Agreement, version
// 2021-10-01, with its names and in its order, and where each comes from in a row.

/** Header, kind (`text`, `day`, `number`, `flag`, `json`), and the name in `properties`; the tags stand beside those. */
export const COLUMNS = [
  ['invoiceId', 'text', 'invoiceId'],
  ['billingAccountId', 'text', 'billingAccountId'],
  ['billingProfileId', 'text', 'billingProfileId'],
  ['billingProfileName', 'text', 'billingProfileName'],
  ['invoiceSectionName', 'text', 'invoiceSectionName'],
  ['costCenter', 'text', 'costCenter'],
  ['billingPeriodEndDate', 'day', 'billingPeriodEndDate'],
  ['billingPeriodStartDate', 'day', 'billingPeriodStartDate'],
  ['date', 'day', 'date'],
  ['serviceFamily', 'text', 'serviceFamily'],
  ['consumedService', 'text', 'consumedService'],
  ['meterId', 'text', 'meterId'],
  ['meterName', 'text', 'meterName'],
  ['meterCategory', 'text', 'meterCategory'],
  ['meterSubCategory', 'text', 'meterSubCategory'],
  ['meterRegion', 'text', 'meterRegion'],
  ['ProductName', 'text', 'product'],
  ['SubscriptionId', 'text', 'subscriptionGuid'],
  ['subscriptionName', 'text', 'subscriptionName'],
  ['resourceGroupName', 'text', 'resourceGroup'],
  ['ResourceId', 'text', 'instanceName'],
  ['resourceLocation', 'text', 'resourceLocation'],
  ['effectivePrice', 'number', 'effectivePrice'],
  ['quantity', 'number', 'quantity'],
  ['unitOfMeasure', 'text', 'unitOfMeasure'],
  ['billingCurrency', 'text', 'billingCurrencyCode'],
  ['costInBillingCurrency', 'number', 'costInBillingCurrency'],
  ['costInUsd', 'number', 'costInUSD'],
  ['isAzureCreditEligible', 'flag', 'isAzureCreditEligible'],
  ['tags', 'json', 'tags'],
];

/** The header's cells. */
export const HEADER = COLUMNS.map(([name]) => name);

/** `2026-10-05T00:00:00Z` as `10/05/2026`. */
export const usDate = (text) => `${text.slice(5, 7)}/${text.slice(8, 10)}/${text.slice(0, 4)}`;

/** The cells of a row, as someone would write it down by hand. Numbers stay numbers: how they are printed is the writer's. */
export function cellsOf({ tags, properties: of }) {
  return [
    of.invoiceId, of.billingAccountId, of.billingProfileId, of.billingProfileName, of.invoiceSectionName, of.costCenter,
    usDate(of.billingPeriodEndDate), usDate(of.billingPeriodStartDate), usDate(of.date), of.serviceFamily, of.consumedService,
    of.meterId, of.meterName, of.meterCategory, of.meterSubCategory, of.meterRegion, of.product, of.subscriptionGuid,
    of.subscriptionName, of.resourceGroup, of.instanceName, of.resourceLocation, of.effectivePrice, of.quantity,
    of.unitOfMeasure, of.billingCurrencyCode, of.costInBillingCurrency, of.costInUSD,
    of.isAzureCreditEligible ? 'True' : 'False', tags === null ? '' : JSON.stringify(tags),
  ];
}
