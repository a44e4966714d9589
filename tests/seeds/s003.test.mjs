// The document of August 2020 in Dutch (translated February 2021): status, downloading, e-mail, recipients without a role, six
// groups of reasons for no invoice. The rules of S003-03 and S003-13 are in main.rs.
import assert from 'node:assert/strict';
import { parseCsv } from '../e2e/lib/csv.mjs';
import { download } from '../e2e/lib/site.mjs';
import { EUR, loaded, of } from '../e2e/lib/tenant.mjs';
import { isDailyUsage, isInvoicePdf, pdf, plain, zipNames } from './files.mjs';
import {
  PAYG, PROV, SJO, SUB, addRecipients, applies, at, cells, command, find, findFormer, findFormerPane, getsNext, href, inLanguage, isAt,
  isInvoices, menu, openPane, optIn, paneOf, prepareUsage, rowOf, save, seeAs, toAccountInvoices, toInvoices,
} from './lib.mjs';

const row = inLanguage('nl');
const PERIOD = '05-09-2026 – 04-10-2026';
const FIRST = at(PAYG, SUB.first, 'invoices');
const SECOND = at(PAYG, SUB.second, 'invoices');
const EMAIL = ['Factuur ontvangen per e-mail', 'E-mailfactuur'];
const ACCESS = ['Anderen toestemming geven om factuur te downloaden', 'Toegang tot factuur'];
const PREFERENCE = 'Voorkeur voor factuur per e-mail';
const PROFILE = of('profiles', EUR, 'invoices');
const WHY = 'Waarom is er geen factuur?';
const LEARN = 'https://learn.microsoft.com/azure/cost-management-billing';
const CUSTOMER = 'Kwelderoog Zeevracht B.V.';
const DIRECTORY = 'Fjällsippa Molnpartner';

const amount = (text) => text.replace(/^\D+/, '');
const profile = (pane) => pane.getByLabel('Factureringsprofiel', { exact: true });

const yes = (pane) => pane.getByRole('radio', { name: 'Ja' });

row('S003-01: het type rekening staat bij elke rekening, en de facturen van een EA staan er niet', {}, async (page) => {
  await findFormer(page, 'type factureringsrekening controleren', 'Factureringsbereiken');
  await loaded(page, 'Factureringsbereiken');
  await rowOf(page, 'Factureringsbereiken', 'Kwelderoog proefabonnementen').getByText('Microsoft Online Services-programma').waitFor();
  const enterprise = rowOf(page, 'Factureringsbereiken', 'Kwelderoog Groep (Enterprise Agreement)');
  await enterprise.getByText('worden verzonden naar de ingestelde ontvanger en hier niet weergegeven').waitFor();
});

row('S003-02: Te betalen, Achterstallig en Betaald zijn elk een symbool en een woord', { at: `accounts/${PAYG}/invoices` }, async (page) => {
  await isInvoices(page);
  const shapes = new Set();
  // The translation says "verval datum" for both of the first two; the site tells them apart.
  for (const status of ['Te betalen', 'Achterstallig', 'Betaald']) {
    const cell = page.getByRole('table', { name: 'Facturen' }).getByRole('cell', { name: status, exact: true }).first();
    shapes.add(await cell.locator('svg path').first().getAttribute('d'));
  }
  assert.equal(shapes.size, 3);
});

row('S003-02: een achterstallig abonnement wordt uitgeschakeld als de factuur niet wordt betaald', { at: SECOND }, async (page) => {
  await page.getByRole('main').getByText(/^Dit abonnement wordt uitgeschakeld: .*achterstallig.*Betaal wat openstaat/).waitFor();
  await page.goto(page.url().replace(SUB.second, SUB.disabled));
  await page.getByRole('main').getByText(/^Dit abonnement is uitgeschakeld: .*achterstallig.*De services zijn gestopt\./).waitFor();
});

row('S003-03: drie soorten facturen: Azure-servicekosten, Marketplace en reserveringen, ondersteuningsplan', { at: `accounts/${PAYG}/invoices` }, async (page) => {
  await isInvoices(page);
  const kinds = new Set((await cells(page, 'Facturen')).map((entry) => entry.Factuurtype));
  assert.deepEqual([...kinds].toSorted(), ['Azure-services', 'Marketplace en reserveringen', 'Ondersteuningsplan']);
});

row('S003-04: factuur selecteren en Facturen downloaden: de pdf', {}, async (page) => {
  await toInvoices(page, 'Azure-sub 01');
  const shown = (await cells(page, 'Facturen')).find((entry) => plain(entry.Factureringsperiode) === PERIOD);
  await rowOf(page, 'Facturen', PERIOD).getByRole('checkbox').check();
  const file = await pdf(page, () => command(page, 'Facturen downloaden').click());
  isInvoicePdf(file, { number: shown['Factuur-id'], total: amount(shown.Totaal), of: 'Azure-sub 01' });
});

row('S003-04: twee facturen geselecteerd: een zip met van elk de pdf', { at: FIRST }, async (page) => {
  await isInvoices(page);
  const periods = [PERIOD, '05-08-2026 – 04-09-2026'];
  for (const period of periods) await rowOf(page, 'Facturen', period).getByRole('checkbox').check();
  const numbers = (await cells(page, 'Facturen')).filter((entry) => periods.includes(plain(entry.Factureringsperiode))).map((entry) => entry['Factuur-id']);
  const pane = await openPane(page, 'Facturen downloaden');
  const file = await download(page, () => pane.getByRole('button', { name: 'Downloaden', exact: true }).click());
  assert.match(file.name, /\.zip$/);
  const papers = zipNames(file.bytes).filter((name) => name.endsWith('.pdf'));
  assert.equal(papers.length, 2);
  for (const number of numbers) assert.ok(papers.some((name) => name.includes(number)), `${number} in ${papers}`);
});

row('S003-05: downloadpictogram, Azure-gebruiksbestand voorbereiden', { at: FIRST }, async (page) => {
  await isInvoices(page);
  await page.getByRole('button', { name: `Meer acties voor ${PERIOD}`, exact: true }).click();
  await page.getByRole('menuitem', { name: 'Factuur en gebruiksgegevens downloaden' }).click();
  const section = (await paneOf(page, 'Factuur en gebruiksgegevens downloaden')).getByRole('region', { name: 'Gebruiksgegevens' });
  await section.getByText('kan enkele minuten duren').waitFor();
  isDailyUsage(await prepareUsage(page, section), '2026-09-05', '2026-10-04');
});

row('S003-05: het oude label Azure-gebruiks bestand voorbereiden wijst naar de facturen', { at: at(PAYG, SUB.first) }, async (page) => {
  await findFormer(page, 'Azure-gebruiks bestand voorbereiden', 'Facturen');
  await isInvoices(page);
});

row('S003-06: onverwachte kosten analyseren', { at: `${FIRST}?pane=period&start=2026-09-05` }, async (page) => {
  const pane = await paneOf(page, 'Factuur en gebruiksgegevens downloaden');
  assert.equal(await href(pane, 'Onverwachte kosten analyseren'), `${LEARN}/understand/analyze-unexpected-charges`);
});

row('S003-07: ondersteuningsplan, factuur, Facturen downloaden', {}, async (page) => {
  await toAccountInvoices(page, 'Kwelderoog proefabonnementen');
  await page.getByRole('table', { name: 'Facturen' }).getByRole('link', { name: 'Ondersteuningsabonnement Standard', exact: true }).first().click();
  await page.getByText('Ondersteuningsplan · Ondersteuningsabonnement Standard').waitFor();
  await isInvoices(page);
  const [shown] = await cells(page, 'Facturen');
  await rowOf(page, 'Facturen', plain(shown.Factureringsperiode)).getByRole('checkbox').check();
  const file = await pdf(page, () => command(page, 'Facturen downloaden').click());
  isInvoicePdf(file, { number: shown['Factuur-id'], total: amount(shown.Totaal), of: 'Azure-ondersteuningsplan' });
});

row('S003-08: Anderen toestemming geven om factuur te downloaden, Aan, Opslaan', {}, async (page, site) => {
  await toInvoices(page, 'Azure-sub 02');
  const pane = await openPane(page, ...ACCESS);
  await pane.getByRole('radio', { name: 'Aan' }).check();
  await save(page, pane);
  await page.getByText('Anderen kunnen nu de facturen van Azure-sub 02 downloaden.').waitFor();
  await seeAs(page, 'Karin Mårtensson', site + SECOND);
  await isInvoices(page);
  await rowOf(page, 'Facturen', '10-09-2026 – 09-10-2026').waitFor();
});

for (const [name, where, pane] of [['waar men anderen toegang geeft', `${FIRST}?pane=access`, ACCESS[1]], ['waar men downloadt', `${FIRST}?pane=period&start=2026-09-05`, 'Factuur en gebruiksgegevens downloaden']]) {
  row(`S003-09: deel uw factuur niet met derden voor kostenoptimalisatie: ${name}`, { at: where }, async (page) => {
    const open = await paneOf(page, pane);
    await open.getByText('Dit geldt ook voor het delen van uw Azure-factuur met een derde partij voor kostenoptimalisatie.').waitFor();
    assert.equal(await href(open, 'Juridische informatie over Azure'), 'https://azure.microsoft.com/support/legal/');
    assert.equal(await href(open, 'Vertrouwenscentrum van Microsoft'), 'https://www.microsoft.com/trust-center');
  });
}

row('S003-10: Factuur ontvangen per e-mail, E-mailfactuur en de voorwaarden', {}, async (page) => {
  await toInvoices(page, 'Azure-sub 02');
  const pane = await openPane(page, ...EMAIL);
  await pane.getByText('Facturen voor reserveringen en Marketplace worden niet per e-mail verzonden.').waitFor();
  await optIn(page, pane);
  await save(page, pane);
  await page.getByText('De e-mailvoorkeur van Azure-sub 02 is opgeslagen.').waitFor();
});

row('S003-10: niet voor een reservering', { at: `${at(PAYG, SUB.reservation, 'invoices')}?pane=email` }, async (page) => {
  await (await paneOf(page, EMAIL[1])).getByText('facturen voor reserveringen en Marketplace worden niet per e-mail verzonden').waitFor();
});

row('S003-11: Profiel bijwerken leidt naar het adres waar de factuur heen gaat', { at: FIRST }, async (page) => {
  const pane = await openPane(page, ...EMAIL);
  await getsNext(page, pane, 'crediteuren@kwelderoog.example').waitFor();
  await pane.getByRole('link', { name: 'Profiel bijwerken' }).click();
  await isAt(page, 'Eigenschappen');
  await page.getByRole('main').getByText('crediteuren@kwelderoog.example').waitFor();
});

row('S003-11: het label Profiel bijwerken is te vinden, ook van buiten het deelvenster', { at: FIRST }, async (page) => {
  await findFormer(page, 'Profiel bijwerken', 'Eigenschappen');
  await isAt(page, 'Eigenschappen');
});

row('S003-12: Ontvangers configureren, Ontvanger toevoegen, Gereed', { at: FIRST }, async (page) => {
  let pane = await openPane(page, ...EMAIL);
  await addRecipients(page, pane, ['boekhoudteam@kwelderoog.example', 'tweede@kwelderoog.example']);
  await save(page, pane);
  await page.reload();
  pane = await openPane(page, ...EMAIL);
  for (const address of ['boekhoudteam@kwelderoog.example', 'tweede@kwelderoog.example']) await getsNext(page, pane, address).waitFor();
});

row('S003-13: één factuur per factureringsprofiel, aan het begin van de maand, over de vorige maand', { at: PROFILE }, async (page) => {
  await isInvoices(page);
  const [shown] = await cells(page, 'Facturen');
  assert.equal(shown.Factuurdatum, '01-11-2026');
  await page.getByRole('table', { name: 'Facturen' }).getByRole('link', { name: shown['Factuur-id'] }).click();
  await isAt(page, shown['Factuur-id']);
  await page.getByText('01-10-2026 – 31-10-2026').waitFor();
});

row('S003-14: Kostenbeheer en facturering, Facturen, factuur, PDF met factuur downloaden', {}, async (page) => {
  await toAccountInvoices(page, CUSTOMER);
  const [shown] = await cells(page, 'Facturen');
  await page.getByRole('table', { name: 'Facturen' }).getByRole('link', { name: shown['Factuur-id'] }).click();
  await isAt(page, shown['Factuur-id']);
  const file = await pdf(page, () => command(page, 'PDF met factuur downloaden').click());
  isInvoicePdf(file, { number: shown['Factuur-id'], total: amount(shown.Totaal), of: shown.Factureringsprofiel });
});

row('S003-15: Azure-gebruiksgegevens downloaden: elke dag van de maand als CSV', { at: PROFILE }, async (page) => {
  await isInvoices(page);
  const pane = await openPane(page, 'Azure-gebruiksgegevens downloaden');
  const { text } = await download(page, () => pane.getByRole('button', { name: 'Downloaden', exact: true }).click());
  const [heads, ...rows] = parseCsv(text.replace(/^\ufeff/, ''));
  const days = new Set(rows.map((cell) => cell[heads.indexOf('date')]));
  assert.equal(days.size, 31, 'every day of October');
});

row('S003-16: voorkeur voor factuur per e-mail (factuur e-mail voor keur), profiel, Ja, Opslaan', {}, async (page) => {
  await toAccountInvoices(page, CUSTOMER);
  let pane = await findFormerPane(page, 'factuur e-mail voor keur', PREFERENCE);
  await profile(pane).selectOption({ label: 'Kwelderoog Freight Americas' });
  const no = pane.getByRole('radio', { name: 'Nee' });
  await no.waitFor();
  // Whatever it was: switched off and saved, then on and saved.
  if (await yes(pane).isChecked()) {
    await no.check();
    await save(page, pane);
    pane = await openPane(page, PREFERENCE);
    await profile(pane).selectOption({ label: 'Kwelderoog Freight Americas' });
    await no.and(pane.locator(':checked')).waitFor();
  }
  await yes(pane).check();
  await save(page, pane);
  await page.getByText('De e-mailvoorkeur van Kwelderoog Freight Americas is opgeslagen.').last().waitFor();
  await page.reload();
  pane = await openPane(page, PREFERENCE);
  await profile(pane).selectOption({ label: 'Kwelderoog Freight Americas' });
  await getsNext(page, pane, 'Priscilla Featherstonehaugh-Wrenfield').filter({ hasText: 'Eigenaar van factureringsprofiel' }).waitFor();
  await getsNext(page, pane, 'Financiële administratie').filter({ hasText: 'Factuurbeheerder' }).first().waitFor();
});

row('S003-17: factuurbeheerder toewijzen: bekijken, downloaden en betalen', {}, async (page, site) => {
  await find(page, 'Kostenbeheer en facturering', 'Factureringsbereiken');
  await page.getByRole('link', { name: CUSTOMER, exact: true }).click();
  await isAt(page, CUSTOMER);
  await menu(page, 'Factureringsprofielen').click();
  await page.getByRole('table', { name: 'Factureringsprofielen' }).getByRole('link', { name: 'Kwelderoog Nederland' }).click();
  await isAt(page, 'Kwelderoog Nederland');
  await menu(page, 'Toegangsbeheer (IAM)').click();
  await isAt(page, 'Toegangsbeheer (IAM)');
  const pane = await openPane(page, 'Toevoegen', 'Roltoewijzing toevoegen');
  await pane.getByLabel('Rol').selectOption({ label: 'Factuurbeheerder' });
  await pane.getByText(/Bekijkt, downloadt en betaalt de facturen/).waitFor();
  await pane.getByRole('combobox', { name: 'Naam of e-mail' }).fill('tomas.akerblad@kwelderoog.example');
  await save(page, pane);
  await page.getByText('Tomas Åkerblad is nu Factuurbeheerder.').waitFor();
  await seeAs(page, 'Tomas Åkerblad', site + PROFILE);
  await isInvoices(page);
  assert.ok((await cells(page, 'Facturen')).length >= 24);
});

row('S003-18: extra ontvangers zonder enige machtiging ontvangen de factuur', {}, async (page) => {
  await toAccountInvoices(page, CUSTOMER);
  let pane = await findFormerPane(page, 'factuur e-mail voor keur', PREFERENCE);
  await profile(pane).selectOption({ label: 'Kwelderoog Nederland' });
  const field = pane.getByRole('textbox', { name: 'Extra ontvangers' });
  await pane.getByText('Deze adressen ontvangen de facturen zonder rol.').waitFor();
  await field.fill('boekhoudteam@buitenstaander.example');
  await field.press('Enter');
  await save(page, pane);
  await page.reload();
  pane = await openPane(page, PREFERENCE);
  await getsNext(page, pane, 'boekhoudteam@buitenstaander.example').filter({ hasText: 'Extra ontvanger' }).waitFor();
});

row('S003-19: de factuur is nog niet klaar: minder dan 30 dagen, en enkele dagen na het einde van de periode', { as: 'Annika Rosenstierna', at: at(PROV, SUB.trial, 'invoices') }, async (page) => {
  const pane = await openPane(page, WHY);
  await applies(pane, 'De factuur is nog niet klaar', '09-11-2026 – 08-12-2026', 'Wacht tot 09-12-2026.');
  await applies(pane, 'Het is minder dan 30 dagen geleden dat u zich op Azure hebt geabonneerd', '12 dagen geleden');
});

row('S003-19: niet gemachtigd: MCA of MPA', { as: 'Amira Belhadj-de Grauw', at: `${of('invoices')}?pane=why` }, async (page) => {
  await applies(await paneOf(page, WHY), 'U bent niet gemachtigd om facturen te bekijken', 'Factuurbeheerder', 'Eigenaar van factureringsrekening');
});

row('S003-19: niet gemachtigd: niet de accountbeheerder', { as: 'Karin Mårtensson', at: `${SECOND}?pane=why` }, async (page) => {
  await applies(await paneOf(page, WHY), 'U bent niet gemachtigd om facturen te bekijken', 'Vraag de accountbeheerder om Toegang tot factuur in te schakelen.');
});

row('S003-19: de rekening biedt geen ondersteuning voor facturen: tegoed of gratis proefversie niet overschreden', { at: `${at(PAYG, SUB.credit, 'invoices')}?pane=why` }, async (page) => {
  await applies(await paneOf(page, WHY), 'Het tegoed of de gratis proefversie is niet overschreden', '€ 130,00');
});

row('S003-19: de rekening biedt geen ondersteuning voor facturen: Enterprise Agreement', { as: 'Fenna Stellingwerf', at: 'accounts/82749163/invoices?pane=why' }, async (page) => {
  await applies(await paneOf(page, WHY), 'Uw rekening ondersteunt hier geen facturen', 'ea-facturen@kwelderoog.example');
});

row('S003-19: toegang via een andere rekening, ook gevonden met We can’t display your invoices', { as: 'Annika Rosenstierna', at: at(PROV, SUB.trial, 'invoices') }, async (page) => {
  const pane = await findFormerPane(page, "We can't display your invoices. Please try again", WHY);
  await applies(pane, 'Een andere rekening van u heeft de facturen', 'Rosenstierna Sjömätning');
  await pane.getByRole('link', { name: 'Rosenstierna Sjömätning openen' }).click();
  await isInvoices(page);
  assert.match(page.url(), new RegExp(`/accounts/${SJO}/invoices$`));
});

row('S003-19: toegang via een andere identiteit met hetzelfde adres', { as: 'Roelof Duinhoven', at: 'accounts/b83e1c46-5f09-4d72-ae61-97c4d0f8b235/invoices?pane=why' }, async (page, site) => {
  const pane = await paneOf(page, WHY);
  await applies(pane, 'Een andere identiteit van u mag ze zien', 'roelof.duinhoven@kwelderoog.example is ook een Microsoft-account');
  await page.goto(site);
  await seeAs(page, 'R. Duinhoven', `${site}accounts/b83e1c46-5f09-4d72-ae61-97c4d0f8b235/invoices`);
  await isInvoices(page);
  assert.ok((await cells(page, 'Facturen')).length > 0);
});

row('S003-19: aangemeld bij de verkeerde directory', { as: 'Maarten Veldsink' }, async (page) => {
  await page.getByRole('main').getByRole('button', { name: WHY }).click();
  const pane = await paneOf(page, WHY);
  await applies(pane, 'U bent aangemeld bij een andere directory', `de factureringsrekening hoort bij ${DIRECTORY}`);
  await pane.getByRole('button', { name: `Schakelen tussen directory’s: ${DIRECTORY}` }).click();
  await page.getByRole('link', { name: 'Rosenstierna Sjömätning', exact: true }).waitFor();
});

row('S003-19: de directory waarin men is, staat er met haar naam', { as: 'Maarten Veldsink', at: '?pane=why' }, async (page) => {
  await applies(await paneOf(page, WHY), 'U bent aangemeld bij een andere directory', 'U bent in Kwelderoog Zeevracht;');
});

row('S003-20: e-mailadres rechtsboven, Schakelen tussen directory’s, Alle directory’s', {}, async (page) => {
  await page.getByRole('button', { name: /^Account en directory’s/ }).click();
  const pane = await paneOf(page, 'Account en directory’s');
  await pane.getByText('marijke.hoogeveen@kwelderoog.example').first().waitFor();
  await pane.getByText('Alle directory’s', { exact: true }).waitFor();
  await pane.getByRole('button', { name: `Overschakelen naar ${DIRECTORY}` }).click();
  await pane.getByRole('listitem').filter({ hasText: DIRECTORY }).getByText('Huidige directory').waitFor();
  await page.keyboard.press('Escape');
  await pane.waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: 'Fjällsippa Molnpartner AB' }).waitFor();
});

row('S003-20: het label Schakelen tussen directory’s is te vinden', {}, async (page) => {
  await find(page, 'Schakelen tussen directory', 'Schakelen tussen directory’s');
  await paneOf(page, 'Account en directory’s');
});

row('S003-21: ondersteuningsaanvraag en volgende stappen', { at: `${FIRST}?pane=why` }, async (page) => {
  const pane = await paneOf(page, WHY);
  assert.match(await href(pane, 'Contact opnemen met ondersteuning'), /HelpAndSupportBlade$/);
  for (const page of ['download-azure-daily-usage', 'review-individual-bill', 'understand-invoice']) {
    await pane.locator(`a[href="${LEARN}/understand/${page}"]`).waitFor();
  }
});

row('S003-21: als u een MCA hebt: begrippen op de factuur van uw factureringsprofiel', { at: `${PROFILE}?pane=why` }, async (page) => {
  const pane = await paneOf(page, WHY);
  for (const page of ['review-customer-agreement-bill', 'mca-understand-your-invoice', 'mca-understand-your-usage']) {
    await pane.locator(`a[href="${LEARN}/understand/${page}"]`).waitFor();
  }
});
