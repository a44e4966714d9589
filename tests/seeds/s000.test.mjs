// The document of April 2017 in Dutch: the invoice in the portal or by e-mail, daily usage in the Account Center.
import assert from 'node:assert/strict';
import { decimal, shownAmount } from '../e2e/lib/csv.mjs';
import { isDailyUsage, isInvoicePdf, pdf, plain } from './files.mjs';
import {
  PAYG, PROV, SJO, SUB, addRecipients, applies, at, cells, command, findFormer, findFormerPane, getsNext, href, inLanguage, inRowMenu,
  isAt, isInvoices, menu, openPane, optIn, paneOf, prepareUsage, rowOf, save, toHistory, toInvoices, toSubscription, versionOf,
} from './lib.mjs';

const row = inLanguage('nl');
const PERIOD = '05-09-2026 – 04-10-2026';
const INVOICES = at(PAYG, SUB.first, 'invoices');
const SECOND = at(PAYG, SUB.second, 'invoices');
const WHY = 'Waarom is er geen factuur?';
const LEARN = 'https://learn.microsoft.com/azure/cost-management-billing';

row('S000-01: de factuur staat in de portal of komt per e-mail, het dagelijks gebruik staat in het Accountcentrum', {}, async (page) => {
  await toInvoices(page, 'Azure-sub 01');
  await command(page, 'Facturen downloaden').waitFor();
  await command(page, 'Factuur ontvangen per e-mail').waitFor();
  await findFormer(page, 'Azure-Accountcentrum', 'Factureringsgeschiedenis');
  await isAt(page, 'Factureringsgeschiedenis');
  await page.getByRole('link', { name: `Gebruiksgegevens downloaden: ${PERIOD}` }).waitFor();
});

row('S000-02: wie geen rol heeft ziet niets, en leest hoe men toegang krijgt', { as: 'Willem Nieuwkerker' }, async (page) => {
  await page.getByText('willem.nieuwkerker@kwelderoog.example heeft geen rol voor een factureringsrekening in deze directory.').waitFor();
  await page.getByRole('main').getByRole('button', { name: WHY }).click();
  const pane = await paneOf(page, WHY);
  assert.equal(await href(pane, 'Toegang tot facturering beheren'), `${LEARN}/manage/manage-billing-access`);
});

row('S000-02: wie een rol heeft die niet genoeg is, leest wie toegang kan geven', { as: 'Karin Mårtensson', at: SECOND }, async (page) => {
  await page.getByText('Uw rol (Lezer) is voldoende zodra de accountbeheerder deze aanzet.').waitFor();
  assert.equal(await page.getByRole('table', { name: 'Facturen' }).count(), 0);
});

row('S000-03: het abonnement wordt gekozen in de lijst met abonnementen (abonnementen blade)', {}, async (page) => {
  await toSubscription(page, 'Azure-sub 01');
  await page.getByText('Pay-As-You-Go (MS-AZR-0003P)').waitFor();
});

row('S000-04: de factuur per e-mail vraagt men aan voor elk abonnement dat men bezit (facturen, e-mijn factuur)', {}, async (page) => {
  await toInvoices(page, 'Azure-sub 01');
  const first = await findFormerPane(page, 'e-mijn factuur', 'E-mailfactuur');
  await first.getByText('Aangemeld: voorwaarden geaccepteerd op').waitFor();
  await page.keyboard.press('Escape');
  await first.waitFor({ state: 'hidden' });
  // Opted in there; the next one has to be opted in by itself.
  await toInvoices(page, 'Azure-sub 02');
  const second = await openPane(page, 'Factuur ontvangen per e-mail', 'E-mailfactuur');
  await second.getByText('Niemand: u bent niet aangemeld.').waitFor();
});

row('S000-05: Aanmelden (Opt-in) gaat pas als de voorwaarden zijn geaccepteerd, en daarna ontvangers', { at: SECOND }, async (page) => {
  let pane = await openPane(page, 'Factuur ontvangen per e-mail', 'E-mailfactuur');
  await pane.getByRole('region', { name: 'Voorwaarden' }).waitFor();
  assert.equal(await pane.getByRole('button', { name: 'Ontvangers configureren' }).count(), 0);
  await optIn(page, pane);
  await pane.getByRole('button', { name: 'Ontvangers configureren' }).waitFor();
  await save(page, pane);
  await page.reload();
  pane = await openPane(page, 'Factuur ontvangen per e-mail', 'E-mailfactuur');
  await pane.getByText('Aangemeld: voorwaarden geaccepteerd op 21-11-2026').waitFor();
});

row('S000-05: het oude label Opt-in wijst naar E-mailfactuur', { at: SECOND }, async (page) => {
  await findFormerPane(page, 'Opt-in', 'E-mailfactuur');
});

row('S000-06: na de overeenkomst zijn er meer ontvangers in te stellen', { at: SECOND }, async (page) => {
  const added = ['boekhouding@kwelderoog.example', 'accountant@kwelderoog.example'];
  let pane = await openPane(page, 'Factuur ontvangen per e-mail', 'E-mailfactuur');
  await optIn(page, pane);
  await addRecipients(page, pane, added);
  await save(page, pane);
  await page.reload();
  pane = await openPane(page, 'Factuur ontvangen per e-mail', 'E-mailfactuur');
  for (const address of added) await getsNext(page, pane, address).filter({ hasText: 'Extra ontvanger' }).waitFor();
});

row('S000-07: niet per e-mail: facturen van Azure in Open', { as: 'Annika Rosenstierna', at: at(SJO, SUB.open, 'invoices') }, async (page) => {
  const pane = await openPane(page, 'Factuur ontvangen per e-mail', 'E-mailfactuur');
  await pane.getByText('facturen van Azure in Open worden niet per e-mail verzonden').waitFor();
  assert.equal(await pane.getByRole('checkbox').count(), 0);
});

row('S000-07: niet per e-mail: facturen van een Enterprise Agreement', { as: 'Fenna Stellingwerf', at: 'accounts/82749163/invoices' }, async (page) => {
  await page.getByRole('paragraph').filter({ hasText: 'ze worden verzonden naar de ingestelde ontvanger' }).waitFor();
  assert.equal(await command(page, 'Voorkeur voor factuur per e-mail').getAttribute('aria-disabled'), 'true');
});

row('S000-07: een ondersteuningsplan kon toen niet per e-mail, en kan het sinds 2020 wel', { at: at(PAYG, SUB.plan, 'invoices') }, async (page) => {
  const pane = await openPane(page, 'Factuur ontvangen per e-mail', 'E-mailfactuur');
  await optIn(page, pane);
  await getsNext(page, pane, 'crediteuren@kwelderoog.example').waitFor();
});

row('S000-08: wie geen e-mail krijgt, controleert het adres in de contactgegevens van de factureringsrekening', { at: INVOICES }, async (page) => {
  const pane = await openPane(page, 'Factuur ontvangen per e-mail', 'E-mailfactuur');
  await pane.getByText('Geen e-mail? Controleer hier het voorkeursadres en het contactadres').waitFor();
  await getsNext(page, pane, 'crediteuren@kwelderoog.example').waitFor();
  await pane.getByRole('link', { name: 'Profiel bijwerken' }).click();
  await isAt(page, 'Eigenschappen');
  await page.getByRole('main').getByText('crediteuren@kwelderoog.example').waitFor();
});

row('S000-08: het oude label communicatievoorkeuren in uw profiel wijst naar de contactgegevens', { at: INVOICES }, async (page) => {
  await findFormer(page, 'communicatievoorkeuren in uw profiel', 'Eigenschappen');
  await isAt(page, 'Eigenschappen');
});

row('S000-09: factuur downloaden geeft de pdf', {}, async (page) => {
  await toInvoices(page, 'Azure-sub 01');
  await findFormer(page, 'factuur downloaden', 'Facturen');
  await isInvoices(page);
  const [shown] = (await cells(page, 'Facturen')).filter((entry) => plain(entry.Factureringsperiode) === PERIOD);
  const item = await inRowMenu(page, PERIOD, 'Factuur downloaden');
  const file = await pdf(page, () => item.click());
  isInvoicePdf(file, { number: shown['Factuur-id'], total: shown.Totaal.replace(/^€\s*/, ''), of: 'Azure-sub 01' });
});

row('S000-10: Niet beschikbaar leidt naar waarom er geen factuur is, voor die periode', { at: INVOICES }, async (page) => {
  const link = page.getByRole('link', { name: 'Niet beschikbaar: waarom is er geen factuur voor 05-10-2026 – 04-11-2026?' });
  assert.equal(await link.innerText(), 'Niet beschikbaar');
  await link.click();
  const pane = await paneOf(page, WHY);
  await applies(pane, 'De factuur is nog niet klaar', '05-10-2026 – 04-11-2026', 'Wacht tot 02-12-2026.');
});

row('S000-10: het oude label niet beschikbaar wijst naar dezelfde uitleg', { at: INVOICES }, async (page) => {
  await findFormerPane(page, 'niet beschikbaar', WHY);
});

row('S000-11: elke factureringsperiode heeft haar mogelijkheden om te downloaden en haar totaal', { at: INVOICES }, async (page) => {
  await isInvoices(page);
  const entries = await cells(page, 'Facturen');
  const services = entries.filter((entry) => entry.Factuurtype === 'Azure-services');
  assert.ok(services.length >= 24, `${services.length} periods`);
  for (const entry of services) {
    assert.match(plain(entry.Factureringsperiode), /^05-\d\d-20\d\d – 04-\d\d-20\d\d$/);
    assert.match(entry.Totaal, /^€\s[\d.]+,\d\d$/);
  }
  await (await inRowMenu(page, PERIOD, 'Factuur en gebruiksgegevens downloaden')).waitFor();
  await page.getByRole('menuitem', { name: 'Factuur downloaden', exact: true }).waitFor();
});

row('S000-12: een klik op de factureringsperiode geeft het dagelijks gebruik', {}, async (page) => {
  await toInvoices(page, 'Azure-sub 01');
  await rowOf(page, 'Facturen', PERIOD).getByRole('link', { name: PERIOD }).click();
  const pane = await paneOf(page, 'Factuur en gebruiksgegevens downloaden');
  isDailyUsage(await prepareUsage(page, pane), '2026-09-05', '2026-10-04');
});

row('S000-13: de accountbeheerder kiest in het Accountcentrum het abonnement', { at: `accounts/${PAYG}` }, async (page) => {
  await findFormer(page, 'Azure-Accountcentrum', 'Factureringsgeschiedenis');
  await isAt(page, 'Abonnementen');
  await page.getByRole('table', { name: 'Abonnementen' }).getByRole('link', { name: 'Azure-sub 01', exact: true }).click();
  await isAt(page, 'Azure-sub 01');
  await menu(page, 'Factureringsgeschiedenis').click();
  await isAt(page, 'Factureringsgeschiedenis');
  await page.getByText('Abonnement · Azure-sub 01').waitFor();
});

row('S000-14: facturering geschiedenis toont de laatste zes perioden en de huidige, niet gefactureerde', {}, async (page) => {
  await toSubscription(page, 'Azure-sub 01');
  await findFormer(page, 'facturering geschiedenis', 'Factureringsgeschiedenis');
  await isAt(page, 'Factureringsgeschiedenis');
  const entries = await cells(page, 'Factureringsgeschiedenis');
  const current = 'Huidige, nog niet gefactureerde periode';
  assert.deepEqual(entries.map((entry) => entry.Status), [current, ...Array(6).fill('Afgesloten')]);
  assert.equal(plain(entries[0].Factureringsperiode), '05-11-2026 – 04-12-2026');
  assert.equal(plain(entries[6].Factureringsperiode), '05-05-2026 – 04-06-2026');
});

row('S000-15: weergave huidige instructie: een schatting die dagelijks wordt bijgewerkt en van de factuur kan afwijken', {}, async (page) => {
  await toSubscription(page, 'Azure-sub 01');
  await findFormer(page, 'weergave huidige instructie', 'Factureringsgeschiedenis');
  await page.getByRole('link', { name: 'Huidig overzicht weergeven' }).click();
  const statement = page.getByRole('region', { name: 'Huidig overzicht: 05-11-2026 – 04-12-2026' });
  await statement.getByText(/^Schatting van vandaag, 10:00\./).waitFor();
  await statement.getByText(/wordt alleen dagelijks bijgewerkt en bevat mogelijk niet al uw verbruik\. Uw maandelijkse factuur kan ervan afwijken\./).waitFor();
  await statement.getByRole('heading', { name: 'Geschatte kosten' }).waitFor();
  assert.ok((await cells(page, 'Overzicht')).length > 0);
});

row('S000-16: gebruiksgegevens downloaden geeft een CSV per periode, versie 2 voorop', {}, async (page) => {
  await toHistory(page, 'Azure-sub 01');
  await page.getByRole('link', { name: `Overzicht weergeven: ${PERIOD}` }).click();
  const statement = page.getByRole('region', { name: `Overzicht: ${PERIOD}` });
  const charges = shownAmount((await statement.getByText(/^€/).first().innerText()).replace('.', '').replace(',', '.'));
  await page.getByRole('link', { name: `Gebruiksgegevens downloaden: ${PERIOD}` }).click();
  const pane = await paneOf(page, 'Factuur en gebruiksgegevens downloaden');
  const second = pane.getByRole('radio', { name: /^Accountcentrum, versie 2 Aanbevolen/ });
  assert.ok(await second.isChecked(), 'version 2 is chosen already');
  const sections = await versionOf(page, pane, 2, /^Accountcentrum, versie 2/);
  const [heads, ...lines] = sections.Statement;
  const values = lines.map((line) => decimal(line[heads.indexOf('Value')].replace(/[^\d.-]/g, '')));
  assert.equal(values.reduce((sum, value) => sum + value, 0n), charges, 'the statement in the file is the one on the page');
  await versionOf(page, pane, 1, /^Accountcentrum, versie 1/);
});

row('S000-16: het oude label gebruiksgegevens downloaden wijst naar de geschiedenis', { at: INVOICES }, async (page) => {
  await findFormer(page, 'gebruiksgegevens downloaden', 'Factureringsgeschiedenis');
  await isAt(page, 'Factureringsgeschiedenis');
});

row('S000-17: een eigenaar komt niet in het Accountcentrum, en krijgt het gebruik van de facturerings-API', { as: 'Joost Brakelman', at: at(PAYG, SUB.first, 'billing-history') }, async (page, site) => {
  await page.getByText('Alleen de accountbeheerder van het abonnement heeft het Accountcentrum.').waitFor();
  assert.match(await href(page.getByRole('main'), 'Lees over de facturerings-API’s'), /^https:\/\/learn\.microsoft\.com\/azure\/cost-management-billing\/automate\//);
  await page.goto(`${site}${INVOICES}?pane=period&start=2026-09-05`);
  const pane = await paneOf(page, 'Factuur en gebruiksgegevens downloaden');
  assert.equal(await pane.getByRole('radio', { name: /Accountcentrum/ }).count(), 0);
  isDailyUsage(await prepareUsage(page, pane), '2026-09-05', '2026-10-04');
});

row('S000-17: het oude label facturering API’s wijst naar de geschiedenis', { at: INVOICES }, async (page) => {
  await findFormer(page, "facturering API's", 'Factureringsgeschiedenis');
  await isAt(page, 'Factureringsgeschiedenis');
});

row('S000-18: geen factuur: het maandbedrag of de gratis proefversie is niet overschreden', { at: at(PAYG, SUB.credit, 'invoices') }, async (page) => {
  const pane = await openPane(page, WHY);
  await applies(pane, 'Het tegoed of de gratis proefversie is niet overschreden', 'van het tegoed van € 130,00', 'Er wordt alleen een factuur gemaakt als er een bedrag verschuldigd is.');
});

row('S000-18: geen factuur: minder dan 30 dagen geleden geabonneerd', { as: 'Annika Rosenstierna', at: at(PROV, SUB.trial, 'invoices') }, async (page) => {
  const pane = await openPane(page, WHY);
  await applies(pane, 'Het is minder dan 30 dagen geleden dat u zich op Azure hebt geabonneerd', '12 dagen geleden', 'Wacht tot 09-12-2026.');
});

row('S000-18: geen factuur: nog niet gegenereerd, wacht tot het einde van de periode', { at: INVOICES }, async (page) => {
  const pane = await findFormerPane(page, 'Waarom zie ik een factuur niet', WHY);
  await applies(pane, 'De factuur is nog niet klaar', 'Azure factureert enkele dagen later', 'Wacht tot');
});

row('S000-18: geen factuur: u bent niet de accountbeheerder', { as: 'Karin Mårtensson', at: SECOND }, async (page) => {
  await page.getByRole('main').getByRole('button', { name: WHY }).last().click();
  const pane = await paneOf(page, WHY);
  await applies(pane, 'U bent niet gemachtigd om facturen te bekijken', 'Toegang tot factuur staat uit voor dit abonnement.', 'Vraag de accountbeheerder om Toegang tot factuur in te schakelen.');
});

row('S000-19: contact opnemen met ondersteuning', { at: INVOICES }, async (page) => {
  const pane = await findFormerPane(page, 'contact op met ondersteuning', WHY);
  assert.match(await href(pane, 'Contact opnemen met ondersteuning'), /^https:\/\/portal\.azure\.com\/\??#blade\/Microsoft_Azure_Support\/HelpAndSupportBlade$/);
});

row('S000-20: verwijzingen: inzicht in uw factuur, onverwachte kosten voorkomen', { at: INVOICES }, async (page) => {
  const pane = await openPane(page, WHY);
  assert.equal(await href(pane, 'Inzicht in uw factuur voor Microsoft Azure'), `${LEARN}/understand/review-individual-bill`);
  assert.equal(await href(pane, 'Onverwachte kosten voorkomen'), `${LEARN}/understand/analyze-unexpected-charges`);
});
