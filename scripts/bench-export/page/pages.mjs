// Pages of usage from the bench's server, asked for as the site's client asks.

const FIRST = new URLSearchParams({
  'api-version': '2023-11-01', $expand: 'properties/additionalInfo', $top: '1000', metric: 'actualcost', startDate: '2026-10-01',
  endDate: '2026-10-31', $filter: "properties/usageStart ge '2026-10-01' and properties/usageEnd le '2026-10-31'",
});

/** The scope whose usage has `size` rows. */
export const scopeOf = (size) => `/providers/Microsoft.Billing/billingAccounts/A/billingProfiles/${size}`;
/** The first page of it. */
export const firstPage = (size) => `${location.origin}${scopeOf(size)}/providers/Microsoft.Consumption/usageDetails?${FIRST}`;

const ask = async (url) => {
  const answer = await fetch(url, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${answer.status} from ${url}`);
  return answer;
};

/** Page after page, parsed. */
export async function* parsedPages(size) {
  for (let url = firstPage(size); url; ) {
    const page = await (await ask(url)).json();
    yield page;
    url = page.nextLink;
  }
}

/** Page after page, as bytes: where the next one is stands at the end of a page. */
export async function* bytePages(size) {
  for (let url = firstPage(size); url; ) {
    const bytes = await (await ask(url)).arrayBuffer();
    yield bytes;
    const tail = new TextDecoder().decode(new Uint8Array(bytes, Math.max(0, bytes.byteLength - 400)));
    url = /"nextLink":"([^"]+)"\}$/.exec(tail)?.[1];
  }
}
