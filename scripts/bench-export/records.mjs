// Invented usage rows in the shape the service gives them (Microsoft.Consumption usageDetails 2023-11-01, kind `modern`):
// the same rows on every machine. About 1.5 kB of JSON each, 29 fields in `properties` and the tags of the envelope.

/** Rows of a page: the most the service gives. */
export const ROWS = 1000;
/** Pages that differ; a longer list begins with the first of them again. */
export const DISTINCT = 100;

/** Numbers in [0, 1) that a seed decides (mulberry32). */
function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}

const below = (next, count) => Math.floor(next() * count);
const pick = (next, list) => list[below(next, list.length)];
const digits = (next, count) => Array.from({ length: count }, () => below(next, 10)).join('');

/** A made-up GUID. */
function guid(next) {
  const hex = Array.from({ length: 32 }, () => below(next, 16).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** A JSON number's source text of at most 15 significant digits: 2.5 % below 1e-6, 2 % with zeros at the end. */
function number(next) {
  const kind = next();
  if (kind < 0.025) return `0.000000${below(next, 10)}${1 + below(next, 9)}${digits(next, below(next, 4))}`;
  if (kind < 0.045) return `${1 + below(next, 999)}.${digits(next, 1 + below(next, 3))}${'0'.repeat(1 + below(next, 3))}`;
  if (kind < 0.05) return `-${1 + below(next, 90)}.${digits(next, 2)}5`;
  if (kind < 0.055) return pick(next, ['0', '0.00']);
  if (kind < 0.15) return String(1 + below(next, 5000));
  if (kind < 0.6) return `0.${digits(next, 3 + below(next, 11))}7`;
  return `${1 + below(next, 9999)}.${digits(next, 2 + below(next, 8))}3`;
}

// The parts of the account that all rows share.
const ACCOUNT = '/providers/Microsoft.Billing/billingAccounts/3f1c9a52-7d04-4b1e-9c68-e0a4d1b7f295:c2d86e1b_2019-05-31';
const PROFILE = `${ACCOUNT}/billingProfiles/Q7WN-4TXD-BG7-LKV`;
const MONTH = ['2026-10-01T00:00:00Z', '2026-10-31T00:00:00Z'];

const next = chance(20261001);
const SUBSCRIPTIONS = Array.from({ length: 12 }, (_, at) => ({ id: guid(next), name: `Kwelder ${['production', 'acceptance', 'test', 'sandbox'][at % 4]} ${1 + at}` }));
// A few names need escapes in JSON or quotes in CSV, so that grouping by name cannot take the source's bytes as they are.
const GROUPS = Array.from({ length: 40 }, (_, at) => (at % 13 === 12 ? `rg-"team ${at}", north` : `rg-${pick(next, ['web', 'data', 'core', 'edge', 'mail'])}-${String(at).padStart(3, '0')}`));
const METERS = [
  ['Compute', 'Microsoft.Compute', 'Virtual Machines', 'Dv5 Series', '1 Hour'], ['Storage', 'Microsoft.Storage', 'Storage', 'Tiered Block Blob', '10K'],
  ['Networking', 'Microsoft.Network', 'Bandwidth', 'Inter-Region', '1 GB'], ['Databases', 'Microsoft.Sql', 'SQL Database', 'Elastic Pool - General Purpose', '1 Hour'],
  ['Analytics', 'Microsoft.Databricks', 'Azure Databricks', 'Premium', '1 Hour'], ['Containers', 'Microsoft.ContainerService', 'Azure Kubernetes Service', 'Uptime SLA', '1 Hour'],
  ['Security', 'Microsoft.KeyVault', 'Key Vault', 'Operations', '10K'], ['Management and Governance', 'Microsoft.OperationalInsights', 'Log Analytics', 'Analytics Logs', '1 GB'],
  ['Internet of Things', 'Microsoft.Devices', 'IoT Hub', 'Standard', '1/Day'], ['AI + Machine Learning', 'Microsoft.CognitiveServices', 'Cognitive Services', 'Text Analytics', '1K'],
  ['Integration', 'Microsoft.ServiceBus', 'Service Bus', 'Standard', '1M'], ['Networking', 'Microsoft.Network', 'Load Balancer', 'Standard', '1 Hour'],
  ['Networking', 'Microsoft.Cdn', 'Content Delivery Network', 'Azure CDN', '1 GB'], ['Databases', 'Microsoft.DocumentDB', 'Azure Cosmos DB', 'Autoscale', '100 RU/s'],
  ['Web', 'Microsoft.Web', 'Azure App Service', 'Premium v3 Plan', '1 Hour'], ['Compute', 'Microsoft.Web', 'Functions', 'Execution Time', '1 GB Second'],
  ['Storage', 'Microsoft.RecoveryServices', 'Backup', 'Azure VM', '1/Month'], ['Databases', 'Microsoft.Cache', 'Redis Cache', 'Standard', '1 Hour'],
  ['Developer Tools', 'Microsoft.ContainerRegistry', 'Container Registry', 'Premium', '1/Day'], ['Analytics', 'Microsoft.EventHub', 'Event Hubs', 'Standard', '1M'],
].map(([family, service, category, sub, unit]) => ({ family, service, category, sub, unit, id: guid(next) }));
const REGIONS = [['EU West', 'westeurope'], ['EU North', 'northeurope'], ['SE Central', 'swedencentral'], ['', 'Unassigned']];
const HOSTILE = ['Disks, standard', 'said "no"', 'two\nlines', 'two\r\nlines, again', '"', ',', '=1+1', 'a "b", c\nd', ' led by a blank'];
const FAR = ['数据 存储', 'Łódź – węzeł', 'データ処理', 'данные', '🚢 lading'];
const COST_CENTERS = [null, '', 'CC-1001', 'CC-2040', '0042', '1e5'];

/** One row, as JSON text; its numbers stand in it digit by digit. `far` is text outside Latin-1. */
function row(next, far) {
  const meter = pick(next, METERS);
  const subscription = pick(next, SUBSCRIPTIONS);
  const group = pick(next, GROUPS);
  const [region, location] = pick(next, REGIONS);
  const free = (text) => (next() < 0.01 ? `${text} ${pick(next, HOSTILE)}` : far && next() < 0.3 ? `${text} ${pick(next, FAR)}` : text);
  const name = `${meter.category.toLowerCase().replaceAll(/[^a-z]/g, '').slice(0, 8)}-${digits(next, 6)}`;
  const text = {
    invoiceId: 'G026734510',
    billingAccountId: ACCOUNT.split('/').at(-1),
    billingProfileId: PROFILE.split('/').at(-1),
    billingProfileName: free('Kwelder EUR'),
    invoiceSectionName: free('Platform'),
    costCenter: pick(next, COST_CENTERS),
    billingPeriodEndDate: MONTH[1],
    billingPeriodStartDate: MONTH[0],
    date: `2026-10-${String(1 + below(next, 31)).padStart(2, '0')}T00:00:00Z`,
    serviceFamily: meter.family,
    consumedService: meter.service,
    meterId: meter.id,
    meterName: free(`${meter.sub} ${pick(next, ['D2s v5', 'LRS Write Operations', 'Data Transfer Out', 'vCore', 'Messages'])}`),
    meterCategory: meter.category,
    meterSubCategory: meter.sub,
    meterRegion: region,
    product: free(`${meter.category} - ${meter.sub} - ${region || 'Global'}`),
    subscriptionGuid: subscription.id,
    subscriptionName: free(subscription.name),
    resourceGroup: group,
    instanceName: `/subscriptions/${subscription.id}/resourceGroups/${encodeURIComponent(group)}/providers/${meter.service}/resources/${name}`,
    resourceLocation: location,
    unitOfMeasure: meter.unit,
    billingCurrencyCode: 'EUR',
  };
  const tags = next() < 0.25 ? null : { env: pick(next, ['prod', 'test']), app: far ? pick(next, FAR) : `app "${below(next, 90)}"`, owner: `team-${below(next, 20)}` };
  const id = guid(next);
  const numbers = ['effectivePrice', 'quantity', 'costInBillingCurrency', 'costInUSD'].map((key) => `"${key}":${number(next)}`).join();
  const properties = `${JSON.stringify(text).slice(0, -1)},${numbers},"isAzureCreditEligible":${next() < 0.8}}`;
  return `{"kind":"modern","id":${JSON.stringify(`${PROFILE}/providers/Microsoft.Consumption/usageDetails/${id}`)},"name":"${id}",`
    + `"type":"Microsoft.Consumption/usageDetails","tags":${JSON.stringify(tags)},"properties":${properties}}`;
}

/** The bytes of page `at` up to and with the end of `value`: what follows is where the next page is. */
export function pageHead(at) {
  const next = chance(7919 * (1 + (at % DISTINCT)));
  const far = at % 10 === 9;
  return Buffer.from(`{"value":[${Array.from({ length: ROWS }, () => row(next, far)).join()}]`);
}
