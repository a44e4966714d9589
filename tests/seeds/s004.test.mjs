// The document of April 2017 in Swedish, the twin of the Dutch one: invoice in the portal or by e-mail, usage in the Account Center.
import assert from 'node:assert/strict';
import { decimal, shownAmount } from '../e2e/lib/csv.mjs';
import { isDailyUsage, isInvoicePdf, pdf, plain } from './files.mjs';
import {
  PAYG, PROV, SJO, SUB, addRecipients, applies, at, cells, command, findFormer, findFormerPane, getsNext, href, inLanguage, inRowMenu,
  isAt, isInvoices, menu, openPane, optIn, paneOf, prepareUsage, rowOf, save, toHistory, toInvoices, toSubscription, versionOf,
} from './lib.mjs';

const row = inLanguage('sv');
const ANNIKA = 'Annika Rosenstierna';
const NAME = 'Sjömätning produktion';
const PERIOD = '2026-08-20 – 2026-09-19';
const INVOICES = at(SJO, SUB.sjo, 'invoices');
const EMAIL = ['Få faktura via e-post', 'Faktura via e-post'];
const PERIOD_PANE = 'Ladda ned faktura och användningsdata';
const WHY = 'Varför finns det ingen faktura?';
const LEARN = 'https://learn.microsoft.com/azure/cost-management-billing';

row('S004-01: fakturan finns i portalen eller kommer via e-post, den dagliga användningen i Kontocenter', { as: ANNIKA }, async (page) => {
  await toInvoices(page, NAME);
  await command(page, 'Ladda ned fakturor').waitFor();
  await command(page, 'Få faktura via e-post').waitFor();
  await findFormer(page, 'Azure Kontocenter', 'Faktureringshistorik');
  await isAt(page, 'Faktureringshistorik');
  await page.getByRole('link', { name: `Ladda ned användning: ${PERIOD}` }).waitFor();
});

row('S004-02: bara vissa roller, som kontoadministratör; den som saknar roll får veta hur man får åtkomst', { as: 'Willem Nieuwkerker' }, async (page) => {
  await page.getByText('willem.nieuwkerker@kwelderoog.example har ingen roll på ett faktureringskonto i den här katalogen.').waitFor();
  await page.getByRole('main').getByRole('button', { name: WHY }).click();
  assert.equal(await href(await paneOf(page, WHY), 'Hantera åtkomst till fakturering'), `${LEARN}/manage/manage-billing-access`);
});

row('S004-03: prenumerationen väljs i listan (prenumerationer bladet)', { as: ANNIKA }, async (page) => {
  await toSubscription(page, NAME);
  await page.getByText('Pay-As-You-Go (MS-AZR-0003P)').waitFor();
});

row('S004-04: faktura via e-post för varje prenumeration (fakturor, e-min faktura)', { as: ANNIKA }, async (page) => {
  await toInvoices(page, NAME);
  const pane = await findFormerPane(page, 'e-min faktura', EMAIL[1]);
  await pane.getByText('Ingen: du är inte anmäld.').waitFor();
});

row('S004-05: Anmäl dig (välja) först när villkoren har godkänts', { as: ANNIKA, at: INVOICES }, async (page) => {
  let pane = await openPane(page, ...EMAIL);
  await optIn(page, pane);
  await save(page, pane);
  await page.reload();
  pane = await openPane(page, ...EMAIL);
  await pane.getByText('Anmäld: villkoren godkändes 2026-11-21').waitFor();
});

row('S004-05: den gamla etiketten välja leder till Faktura via e-post', { as: ANNIKA, at: INVOICES }, async (page) => {
  await findFormerPane(page, 'välja', EMAIL[1]);
});

row('S004-06: efter avtalet går det att lägga till mottagare', { as: ANNIKA, at: INVOICES }, async (page) => {
  const added = ['bokforing@rosenstierna.example', 'revisor@rosenstierna.example'];
  let pane = await openPane(page, ...EMAIL);
  await optIn(page, pane);
  await addRecipients(page, pane, added);
  await save(page, pane);
  await page.reload();
  pane = await openPane(page, ...EMAIL);
  for (const address of added) await getsNext(page, pane, address).filter({ hasText: 'Ytterligare mottagare' }).waitFor();
});

row('S004-07: inte via e-post: Azure i Open', { as: ANNIKA, at: at(SJO, SUB.open, 'invoices') }, async (page) => {
  const pane = await openPane(page, ...EMAIL);
  await pane.getByText('fakturor för Azure i Open skickas inte via e-post').waitFor();
  assert.equal(await pane.getByRole('checkbox').count(), 0);
});

row('S004-07: inte via e-post: Enterprise-avtal', { as: 'Fenna Stellingwerf', at: 'accounts/82749163/invoices' }, async (page) => {
  await page.getByRole('paragraph').filter({ hasText: 'de skickas till den mottagare som har angetts' }).waitFor();
  assert.equal(await command(page, 'Inställning för faktura via e-post').getAttribute('aria-disabled'), 'true');
});

row('S004-07: en supportplan kunde inte då, men kan sedan 2020', { at: at(PAYG, SUB.plan, 'invoices') }, async (page) => {
  const pane = await openPane(page, ...EMAIL);
  await optIn(page, pane);
  await getsNext(page, pane, 'crediteuren@kwelderoog.example').waitFor();
});

row('S004-08: den som inte får mejl kontrollerar adressen i kontots kontaktuppgifter', { at: at(PAYG, SUB.first, 'invoices') }, async (page) => {
  const pane = await openPane(page, ...EMAIL);
  await pane.getByText('Inget mejl? Kontrollera den önskade adressen här och kontaktadressen').waitFor();
  await pane.getByRole('link', { name: 'Uppdatera profil' }).click();
  await isAt(page, 'Egenskaper');
  await page.getByRole('main').getByText('crediteuren@kwelderoog.example').waitFor();
});

row('S004-08: den gamla etiketten kommunikationsinställningar i din profil leder till kontaktuppgifterna', { as: ANNIKA, at: INVOICES }, async (page) => {
  await findFormer(page, 'kommunikationsinställningar i din profil', 'Egenskaper');
  await isAt(page, 'Egenskaper');
});

row('S004-09: ladda ned faktura ger PDF-filen', { as: ANNIKA }, async (page) => {
  await toInvoices(page, NAME);
  await findFormer(page, 'ladda ned faktura', 'Fakturor');
  await isInvoices(page);
  const shown = (await cells(page, 'Fakturor')).find((entry) => plain(entry.Faktureringsperiod) === PERIOD);
  const item = await inRowMenu(page, PERIOD, 'Ladda ned faktura');
  const file = await pdf(page, () => item.click());
  isInvoicePdf(file, { number: shown['Faktura-ID'], total: shown.Summa.replace(/\s*kr$/, ''), of: NAME });
});

row('S004-10: Inte tillgänglig leder till varför det inte finns någon faktura för perioden', { as: ANNIKA, at: INVOICES }, async (page) => {
  const link = page.getByRole('link', { name: /^Inte tillgänglig: varför finns det ingen faktura för 2026-10-20 – 2026-11-19\?$/ });
  assert.equal(await link.innerText(), 'Inte tillgänglig');
  await link.click();
  await applies(await paneOf(page, WHY), 'Fakturan är inte klar ännu', '2026-10-20 – 2026-11-19', 'Vänta till 2026-12-17.');
});

row('S004-10: den gamla etiketten inte tillgänglig leder till samma förklaring', { as: ANNIKA, at: INVOICES }, async (page) => {
  await findFormerPane(page, 'inte tillgänglig', WHY);
});

row('S004-11: varje faktureringsperiod har hämtningsalternativ och summa', { as: ANNIKA, at: INVOICES }, async (page) => {
  await isInvoices(page);
  const services = (await cells(page, 'Fakturor')).filter((entry) => entry.Fakturatyp === 'Azure-tjänster');
  assert.ok(services.length >= 20, `${services.length} periods`);
  for (const entry of services) {
    assert.match(plain(entry.Faktureringsperiod), /^20\d\d-\d\d-20 – 20\d\d-\d\d-19$/);
    assert.match(plain(entry.Summa), /^[\d ]+,\d\d kr$/);
  }
  await (await inRowMenu(page, PERIOD, PERIOD_PANE)).waitFor();
  await page.getByRole('menuitem', { name: 'Ladda ned faktura', exact: true }).waitFor();
});

row('S004-12: klicka på faktureringsperioden för den dagliga användningen', { as: ANNIKA }, async (page) => {
  await toInvoices(page, NAME);
  await rowOf(page, 'Fakturor', PERIOD).getByRole('link', { name: PERIOD }).click();
  isDailyUsage(await prepareUsage(page, await paneOf(page, PERIOD_PANE)), '2026-08-20', '2026-09-19');
});

row('S004-13: kontoadministratören väljer prenumeration i Kontocenter', { as: ANNIKA, at: `accounts/${SJO}` }, async (page) => {
  await findFormer(page, 'Azure Kontocenter', 'Faktureringshistorik');
  await isAt(page, 'Prenumerationer');
  await page.getByRole('table', { name: 'Prenumerationer' }).getByRole('link', { name: NAME, exact: true }).click();
  await isAt(page, NAME);
  await menu(page, 'Faktureringshistorik').click();
  await isAt(page, 'Faktureringshistorik');
});

row('S004-14: FAKTURERING HISTORIK visar de senaste sex perioderna och den aktuella ofakturerade', { as: ANNIKA }, async (page) => {
  await toSubscription(page, NAME);
  await findFormer(page, 'FAKTURERING HISTORIK', 'Faktureringshistorik');
  await isAt(page, 'Faktureringshistorik');
  const entries = await cells(page, 'Faktureringshistorik');
  assert.deepEqual(entries.map((entry) => entry.Status), ['Aktuell ofakturerad period', ...Array(6).fill('Avslutad')]);
  assert.equal(plain(entries[0].Faktureringsperiod), '2026-11-20 – 2026-12-19');
});

row('S004-15: Visa aktuella instruktionen: en uppskattning som uppdateras dagligen och kan skilja sig från fakturan', { as: ANNIKA }, async (page) => {
  await toSubscription(page, NAME);
  await findFormer(page, 'Visa aktuella instruktionen', 'Faktureringshistorik');
  await page.getByRole('link', { name: 'Visa aktuellt utdrag' }).click();
  const statement = page.getByRole('region', { name: 'Aktuellt utdrag: 2026-11-20 – 2026-12-19' });
  await statement.getByText(/^Uppskattning från .*10:00\./).waitFor();
  await statement.getByText(/uppdateras bara dagligen och omfattar kanske inte all din användning\. Din månadsfaktura kan skilja sig från den\./).waitFor();
  await statement.getByRole('heading', { name: 'Uppskattade avgifter' }).waitFor();
});

row('S004-16: ladda ned användning ger en CSV per period, version 2 först', { as: ANNIKA }, async (page) => {
  await toHistory(page, NAME);
  await page.getByRole('link', { name: `Visa utdrag: ${PERIOD}` }).click();
  const statement = page.getByRole('region', { name: `Utdrag: ${PERIOD}` });
  const charges = shownAmount((await statement.getByText(/kr$/).first().innerText()).replace(',', '.'));
  await page.getByRole('link', { name: `Ladda ned användning: ${PERIOD}` }).click();
  const pane = await paneOf(page, PERIOD_PANE);
  assert.ok(await pane.getByRole('radio', { name: /^Kontocenter, version 2 Rekommenderas/ }).isChecked(), 'version 2 is chosen already');
  const [heads, ...lines] = (await versionOf(page, pane, 2, /^Kontocenter, version 2/)).Statement;
  const values = lines.map((line) => decimal(line[heads.indexOf('Value')].replace(/[^\d.-]/g, '')));
  assert.equal(values.reduce((sum, value) => sum + value, 0n), charges, 'the statement in the file is the one on the page');
  await versionOf(page, pane, 1, /^Kontocenter, version 1/);
});

row('S004-16: den gamla etiketten ladda ned användning leder till historiken', { as: ANNIKA, at: INVOICES }, async (page) => {
  await findFormer(page, 'ladda ned användning', 'Faktureringshistorik');
  await isAt(page, 'Faktureringshistorik');
});

row('S004-17: en ägare får användningen via fakturerings-API:et', { as: 'Björn Östervall', at: at(SJO, SUB.sjo, 'billing-history') }, async (page) => {
  await page.getByText('Bara prenumerationens kontoadministratör har Kontocenter.').waitFor();
  assert.match(await href(page.getByRole('main'), 'Läs om fakturerings-API:erna'), /^https:\/\/learn\.microsoft\.com\/azure\/cost-management-billing\/automate\//);
});

row('S004-17: den gamla etiketten fakturerings-API: er leder till historiken', { as: ANNIKA, at: INVOICES }, async (page) => {
  await findFormer(page, 'fakturerings-API: er', 'Faktureringshistorik');
  await isAt(page, 'Faktureringshistorik');
});

row('S004-18: ingen faktura: krediten eller utvärderingen har inte överskridits, och mindre än 30 dagar', { as: ANNIKA, at: at(PROV, SUB.trial, 'invoices') }, async (page) => {
  const pane = await openPane(page, WHY);
  await applies(pane, 'Krediten eller den kostnadsfria utvärderingen har inte överskridits', 'En faktura skapas bara när det finns något att betala.');
  await applies(pane, 'Det är mindre än 30 dagar sedan du prenumererade på Azure', 'för 12 dagar sedan', 'Vänta till 2026-12-09.');
});

row('S004-18: ingen faktura: inte genererad ännu (Varför ser jag en faktura)', { as: ANNIKA, at: INVOICES }, async (page) => {
  const pane = await findFormerPane(page, 'Varför ser jag en faktura', WHY);
  await applies(pane, 'Fakturan är inte klar ännu', 'Vänta till');
});

row('S004-18: ingen faktura: du är inte kontoadministratör', { as: 'Karin Mårtensson', at: `${at(PAYG, SUB.second, 'invoices')}?pane=why` }, async (page) => {
  await applies(await paneOf(page, WHY), 'Du har inte behörighet att se fakturor', 'Be kontoadministratören att slå på Åtkomst till faktura.');
});

row('S004-19: kontakta supporten', { as: ANNIKA, at: INVOICES }, async (page) => {
  const pane = await findFormerPane(page, 'supporten', WHY);
  assert.match(await href(pane, 'Kontakta supporten'), /^https:\/\/portal\.azure\.com\/\??#blade\/Microsoft_Azure_Support\/HelpAndSupportBlade$/);
});

row('S004-20: hänvisningar: förstå fakturan, förhindra oväntade kostnader', { as: ANNIKA, at: INVOICES }, async (page) => {
  const pane = await openPane(page, WHY);
  assert.equal(await href(pane, 'Förstå din faktura för Microsoft Azure'), `${LEARN}/understand/review-individual-bill`);
  assert.equal(await href(pane, 'Förhindra oväntade kostnader'), `${LEARN}/understand/analyze-unexpected-charges`);
});
