// The support snippet of April 2021 in Dutch: a copy of the invoice, and letting others download it.
import assert from 'node:assert/strict';
import { isDailyUsage, isInvoicePdf, pdf, plain } from './files.mjs';
import {
  PAYG, SUB, applies, at, cells, findFormer, findFormerPane, href, inLanguage, inRowMenu, isInvoices, openPane, paneOf, prepareUsage,
  rowOf, save, seeAs, toAccountInvoices, toInvoices,
} from './lib.mjs';

const row = inLanguage('nl');
const PERIOD = '05-09-2026 – 04-10-2026';
const FIRST = at(PAYG, SUB.first, 'invoices');
const SECOND = at(PAYG, SUB.second, 'invoices');
const PERIOD_PANE = 'Factuur en gebruiksgegevens downloaden';
const ACCESS = 'Toegang tot factuur';
const WHY = 'Waarom is er geen factuur?';

/** The invoice of a period as the list shows it, for its PDF. */
async function shown(page) {
  const entry = (await cells(page, 'Facturen')).find((entry) => plain(entry.Factureringsperiode) === PERIOD);
  return { number: entry['Factuur-id'], total: entry.Totaal.replace(/^\D+/, ''), of: 'Azure-sub 01' };
}

row('S002-01: de accountbeheerder downloadt de factuur', { at: FIRST }, async (page) => {
  await isInvoices(page);
  const item = await inRowMenu(page, PERIOD, 'Factuur downloaden');
  isInvoicePdf(await pdf(page, () => item.click()), await shown(page));
});

row('S002-01: de eigenaar downloadt de factuur als de accountbeheerder daarvoor toestemming heeft gegeven', { as: 'Joost Brakelman', at: FIRST }, async (page) => {
  await isInvoices(page);
  const item = await inRowMenu(page, PERIOD, 'Factuur downloaden');
  isInvoicePdf(await pdf(page, () => item.click()), await shown(page));
});

row('S002-01: zonder toestemming niet, en daar staat wie die kan geven (Gebruikers toestaan facturen te downloaden)', { as: 'Lars Wijnbergen', at: `${SECOND}?pane=why` }, async (page) => {
  const pane = await paneOf(page, WHY);
  await applies(pane, 'U bent niet gemachtigd om facturen te bekijken', 'Uw rol (Eigenaar) is voldoende zodra de accountbeheerder deze aanzet.');
  assert.match(await href(pane, 'Toegang tot facturering beheren'), /\/manage\/manage-billing-access$/);
});

row('S002-02: Abonnementenpagina, abonnement, Facturen, Factuur downloaden: de pdf', {}, async (page) => {
  await findFormer(page, 'Abonnementenpagina', 'Abonnementen', 'Kwelderoog proefabonnementen');
  await toInvoices(page, 'Azure-sub 01');
  await rowOf(page, 'Facturen', PERIOD).getByRole('checkbox').check();
  const file = await pdf(page, () => page.getByRole('button', { name: 'Facturen downloaden', exact: true }).click());
  isInvoicePdf(file, await shown(page));
});

row('S002-03: Niet beschikbaar, met de weg naar waarom er geen factuur is', { at: FIRST }, async (page) => {
  await isInvoices(page);
  await rowOf(page, 'Facturen', '05-10-2026 – 04-11-2026').getByText('Niet beschikbaar', { exact: true }).click();
  await applies(await paneOf(page, WHY), 'De factuur is nog niet klaar', 'tussen 02-12-2026 en 04-12-2026');
});

row('S002-04: een klik op de factuurperiode geeft pdf en dagelijks gebruik in één deelvenster', {}, async (page) => {
  await toInvoices(page, 'Azure-sub 01');
  const invoice = await shown(page);
  await rowOf(page, 'Facturen', PERIOD).getByRole('link', { name: PERIOD }).click();
  const pane = await paneOf(page, PERIOD_PANE);
  isInvoicePdf(await pdf(page, () => pane.getByRole('button', { name: 'Factuur downloaden' }).click()), invoice);
  isDailyUsage(await prepareUsage(page, pane), '2026-09-05', '2026-10-04');
});

row('S002-05: Toestaan dat anderen de factuur downloaden, Aan, Opslaan', {}, async (page, site) => {
  await toAccountInvoices(page, 'Kwelderoog proefabonnementen');
  const pane = await findFormerPane(page, 'Toestaan dat anderen de factuur downloaden', ACCESS);
  await pane.getByLabel('Abonnement', { exact: true }).selectOption({ label: 'Azure-sub 02' });
  await pane.getByRole('radio', { name: 'Uit' }).and(pane.locator(':checked')).waitFor();
  await pane.getByRole('radio', { name: 'Aan' }).check();
  await save(page, pane);
  await seeAs(page, 'Lars Wijnbergen', site + SECOND);
  await isInvoices(page);
  await rowOf(page, 'Facturen', '10-08-2026 – 09-09-2026').getByText('Achterstallig').waitFor();
});

row('S002-06: een koppeling met een campagne (WT.mc_id) opent de pagina, en de campagne gaat niet mee naar de documentatie', { at: `${FIRST}?WT.mc_id=Portal-Microsoft_Azure_Support` }, async (page) => {
  await isInvoices(page);
  const pane = await openPane(page, WHY);
  const links = await pane.getByRole('region', { name: 'Meer informatie' }).getByRole('link').all();
  assert.ok(links.length >= 5);
  for (const link of links) assert.match(await link.getAttribute('href'), /^https:\/\/learn\.microsoft\.com\/azure\/cost-management-billing\/[\w/-]+$/);
});
