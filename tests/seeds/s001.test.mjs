// The document of March 2020 in Dutch: which account has which invoices, downloading, e-mail, access, and why there is none.
// The rules of periods and dates (S001-03 to S001-05, S001-13) are in main.rs too.
import assert from 'node:assert/strict';
import { EUR, loaded, of } from '../e2e/lib/tenant.mjs';
import { parseCsv } from '../e2e/lib/csv.mjs';
import { download } from '../e2e/lib/site.mjs';
import { isDailyUsage, isInvoicePdf, pdf, plain } from './files.mjs';
import {
  PAYG, PROV, SUB, addRecipients, applies, at, cells, command, find, findFormer, findFormerPane, getsNext, href, inLanguage, inRowMenu,
  isAt, isInvoices, menu, openPane, optIn, paneOf, prepareUsage, rowOf, save, seeAs, toAccountInvoices, toInvoices,
} from './lib.mjs';

const row = inLanguage('nl');
const PERIOD = '05-09-2026 – 04-10-2026';
const FIRST = at(PAYG, SUB.first, 'invoices');
const SECOND = at(PAYG, SUB.second, 'invoices');
const PLAN = at(PAYG, SUB.plan, 'invoices');
const PERIOD_PANE = 'Factuur en gebruiksgegevens downloaden';
const EMAIL = ['Factuur ontvangen per e-mail', 'E-mailfactuur'];
const ACCESS = ['Anderen toestemming geven om factuur te downloaden', 'Toegang tot factuur'];
const PREFERENCE = 'Voorkeur voor factuur per e-mail';
const WHY = 'Waarom is er geen factuur?';
const LEARN = 'https://learn.microsoft.com/azure/cost-management-billing';
const CUSTOMER = 'Kwelderoog Zeevracht B.V.';

/** A day as the page writes it, `02-11-2026`, as `[2026, 11, 2]`. */
const ymd = (text) => text.split('-').map(Number).reverse();
/** The days of a period as the page writes it. */
const days = (period) => plain(period).split(' – ').map(ymd);
/** The total of a row, as it stands on the invoice. */
const amount = (text) => text.replace(/^\D+/, '');
/** The days of the month on which an account's invoices are made: its own, or up to two days later. */
const isDay = (text, day) => assert.ok([day, day + 1, day + 2].includes(ymd(text)[2]), `${text} is not day ${day} or up to two days later`);

row('S001-01: vier soorten rekeningen: MOSP, MCA en EA in de ene directory', {}, async (page) => {
  await loaded(page, 'Factureringsbereiken');
  const types = (await cells(page, 'Factureringsbereiken')).map((entry) => entry['Type factureringsrekening']);
  for (const type of ['Microsoft-klantovereenkomst', 'Microsoft Online Services-programma', 'Enterprise Agreement']) {
    assert.ok(types.includes(type), `${type} in ${types}`);
  }
});

row('S001-01: vier soorten rekeningen: MPA in de andere', { as: 'Elin Fjällrosson' }, async (page) => {
  await rowOf(page, 'Factureringsbereiken', 'Fjällsippa Molnpartner AB').getByText('Microsoft Partner-overeenkomst').waitFor();
});

row('S001-01: facturen van een EA staan niet in de portal, maar gaan naar de ingestelde ontvanger', { as: 'Fenna Stellingwerf', at: 'accounts/82749163/invoices' }, async (page) => {
  await page.getByRole('paragraph').filter({ hasText: 'Facturen van dit soort rekening worden hier niet weergegeven' }).waitFor();
  await page.goto(`${page.url()}?pane=why`);
  const pane = await paneOf(page, WHY);
  await applies(pane, 'Uw rekening ondersteunt hier geen facturen', 'ea-facturen@kwelderoog.example');
});

row('S001-02: type factureringsrekening controleren: in de lijst en in de eigenschappen', { at: FIRST }, async (page) => {
  await findFormer(page, 'type factureringsrekening controleren', 'Factureringsbereiken');
  await isAt(page, 'Kostenbeheer en facturering');
  const account = rowOf(page, 'Factureringsbereiken', 'Kwelderoog proefabonnementen');
  await account.getByText('Microsoft Online Services-programma').waitFor();
  await account.getByRole('link').click();
  await menu(page, 'Eigenschappen').click();
  await isAt(page, 'Eigenschappen');
  await page.getByRole('definition').getByText('Microsoft Online Services-programma').waitFor();
});

for (const [name, subscription, first] of [['Azure-sub 01', SUB.first, 5], ['Azure-sub 02', SUB.second, 10]]) {
  row(`S001-03: Azure-servicekosten: ${name} loopt van dag ${first} tot dag ${first - 1} van de volgende maand, factuur op dag 2 of tot twee dagen later`, { at: at(PAYG, subscription, 'invoices') }, async (page) => {
    await isInvoices(page);
    await page.getByText('Facturen worden gemaakt op dag 2 van de maand, of maximaal twee dagen later.').waitFor();
    const services = (await cells(page, 'Facturen')).filter((entry) => entry.Factuurtype === 'Azure-services');
    assert.ok(services.length >= 24, `${services.length} invoices`);
    for (const entry of services) {
      const [from, until] = days(entry.Factureringsperiode);
      assert.deepEqual([from[2], until[2]], [first, first - 1]);
      isDay(entry.Factuurdatum, 2);
    }
  });
}

row('S001-04: Azure Marketplace, reserveringen en spot-VM’s: de vorige maand, rond de negende; een reservering met creditcard meteen', { at: FIRST }, async (page) => {
  await isInvoices(page);
  const bought = (await cells(page, 'Facturen')).filter((entry) => entry.Factuurtype === 'Marketplace en reserveringen');
  const spans = bought.map((entry) => ({ days: days(entry.Factureringsperiode), made: ymd(entry.Factuurdatum) }));
  const atOnce = spans.filter(({ days: [from, until] }) => from.join() === until.join());
  const monthly = spans.filter((span) => !atOnce.includes(span));
  assert.ok(atOnce.length > 0 && monthly.length >= 24, `${atOnce.length} at once, ${monthly.length} monthly`);
  for (const { days: [day], made } of atOnce) assert.deepEqual(made, day);
  for (const { days: [from, until], made } of monthly) {
    const next = until[1] === 12 ? [until[0] + 1, 1] : [until[0], until[1] + 1];
    assert.equal(from[2], 1);
    assert.deepEqual(made.slice(0, 2), next);
    assert.ok(made[2] >= 9 && made[2] <= 11, `${made}`);
  }
});

row('S001-05: Azure-ondersteuningsplan: de eerste factuur op de dag van aankoop, de volgende op de dag van de rekening', { at: PLAN }, async (page) => {
  await isInvoices(page);
  const made = (await cells(page, 'Facturen')).filter((entry) => entry.Factuurtype === 'Ondersteuningsplan');
  const first = made.at(-1);
  assert.deepEqual(ymd(first.Factuurdatum).slice(0, 2), days(first.Factureringsperiode)[0].slice(0, 2));
  isDay(first.Factuurdatum, days(first.Factureringsperiode)[0][2]);
  assert.ok(made.length >= 8);
  made.slice(0, -1).forEach((entry) => isDay(entry.Factuurdatum, 2));
});

row('S001-06: abonnement, Facturen, Downloaden in de factuursectie: de pdf voor de accountbeheerder', {}, async (page) => {
  await toInvoices(page, 'Azure-sub 01');
  const [shown] = (await cells(page, 'Facturen')).filter((entry) => plain(entry.Factureringsperiode) === PERIOD);
  await rowOf(page, 'Facturen', PERIOD).getByRole('link', { name: PERIOD }).click();
  const section = (await paneOf(page, PERIOD_PANE)).getByRole('region', { name: 'Factuur', exact: true });
  const file = await pdf(page, () => section.getByRole('button', { name: 'Factuur downloaden' }).click());
  isInvoicePdf(file, { number: shown['Factuur-id'], total: amount(shown.Totaal), of: 'Azure-sub 01' });
});

for (const [who, role] of [['Joost Brakelman', 'eigenaar'], ['Karin Mårtensson', 'lezer'], ['Nadia Koorevliet', 'lezer voor facturering (door een groep)']]) {
  row(`S001-06: de ${role} mag de factuur downloaden, omdat de accountbeheerder dat heeft toegestaan`, { as: who, at: FIRST }, async (page) => {
    await isInvoices(page);
    const item = await inRowMenu(page, PERIOD, 'Factuur downloaden');
    assert.match((await pdf(page, () => item.click())).text, /Azure-sub 01/);
  });
}

row('S001-06: zonder toestemming mag een eigenaar het niet', { as: 'Lars Wijnbergen', at: SECOND }, async (page) => {
  await page.getByText('Toegang tot factuur staat uit voor dit abonnement. Uw rol (Eigenaar) is voldoende zodra de accountbeheerder deze aanzet.').waitFor();
});

row('S001-07: Downloaden onder de gebruiksgegevens: elke dag als CSV; het voorbereiden kan enkele minuten duren', { at: FIRST }, async (page) => {
  await isInvoices(page);
  await rowOf(page, 'Facturen', PERIOD).getByRole('link', { name: PERIOD }).click();
  const section = (await paneOf(page, PERIOD_PANE)).getByRole('region', { name: 'Gebruiksgegevens' });
  await section.getByText('Een groot bestand voorbereiden kan enkele minuten duren.').waitFor();
  isDailyUsage(await prepareUsage(page, section), '2026-09-05', '2026-10-04');
});

row('S001-08: Kostenbeheer en facturering, Facturen, ondersteuningsplan, Downloaden', {}, async (page) => {
  await toAccountInvoices(page, 'Kwelderoog proefabonnementen');
  await page.getByRole('table', { name: 'Facturen' }).getByRole('link', { name: 'Ondersteuningsabonnement Standard', exact: true }).first().click();
  await page.getByText('Ondersteuningsplan · Ondersteuningsabonnement Standard').waitFor();
  await isInvoices(page);
  const [shown] = await cells(page, 'Facturen');
  const item = await inRowMenu(page, plain(shown.Factureringsperiode), 'Factuur downloaden');
  const file = await pdf(page, () => item.click());
  isInvoicePdf(file, { number: shown['Factuur-id'], total: amount(shown.Totaal), of: 'Azure-ondersteuningsplan' });
});

row('S001-08: de factuur van een ondersteuningsplan is alleen voor de accountbeheerder', { at: PLAN }, async (page) => {
  const pane = await openPane(page, ...ACCESS);
  await pane.getByText('Facturen van een ondersteuningsplan zijn alleen voor de accountbeheerder.').first().waitFor();
  assert.equal(await pane.getByRole('radio').count(), 0);
});

row('S001-09: de accountbeheerder laat anderen de factuur downloaden (Toegang tot factuur, Aan, Opslaan)', {}, async (page, site) => {
  await toAccountInvoices(page, 'Kwelderoog proefabonnementen');
  let pane = await openPane(page, ...ACCESS);
  await pane.getByLabel('Abonnement', { exact: true }).selectOption({ label: 'Azure-sub 02' });
  await pane.getByText('De pdf van de factuur bevat persoonlijke gegevens van de accountbeheerder.').waitFor();
  const roles = ['Eigenaar', 'Inzender', 'Lezer', 'Beheerder gebruikerstoegang', 'Lezer voor facturering', 'Medebeheerder', 'Servicebeheerder'];
  for (const role of roles) await pane.getByRole('listitem').filter({ hasText: new RegExp(`^${role}$`) }).waitFor();
  assert.ok(await pane.getByRole('radio', { name: 'Uit' }).isChecked());
  await pane.getByRole('radio', { name: 'Aan' }).check();
  await pane.getByRole('heading', { name: 'Wie kan downloaden' }).waitFor();
  await pane.getByRole('listitem').filter({ hasText: 'Karin Mårtensson' }).filter({ hasText: 'Lezer' }).waitFor();
  await save(page, pane);
  await page.getByText('Anderen kunnen nu de facturen van Azure-sub 02 downloaden.').waitFor();
  await seeAs(page, 'Karin Mårtensson', site + SECOND);
  await isInvoices(page);
  const item = await inRowMenu(page, '10-09-2026 – 09-10-2026', 'Factuur downloaden');
  assert.match((await pdf(page, () => item.click())).text, /Azure-sub 02/);
});

row('S001-09: gebruikers, groepen en service-principals met een van de zeven rollen', { at: FIRST }, async (page) => {
  const pane = await openPane(page, ...ACCESS);
  const holders = {
    'Joost Brakelman': 'Eigenaar', 'kwelderoog-billing-export': 'Inzender', 'Karin Mårtensson': 'Lezer', 'Pieter-Bas Zandstra': 'Beheerder gebruikerstoegang',
    'Financiële administratie': 'Lezer voor facturering', 'Saskia Torenvliet': 'Medebeheerder', 'Göran Hällestad': 'Servicebeheerder',
  };
  for (const [who, role] of Object.entries(holders)) await pane.getByRole('listitem').filter({ hasText: who }).filter({ hasText: role }).waitFor();
});

row('S001-09: een ander dan de accountbeheerder kan de schakelaar niet omzetten', { as: 'Joost Brakelman', at: FIRST }, async (page) => {
  const pane = await openPane(page, ...ACCESS);
  await pane.getByText('Alleen de accountbeheerder van het abonnement kan dit doen.').first().waitFor();
  assert.ok(await pane.getByRole('radio', { name: 'Uit' }).isDisabled());
  assert.equal(await pane.getByRole('button', { name: 'Opslaan' }).getAttribute('aria-disabled'), 'true');
});

row('S001-10: E-mailfactuur, Aanmelden en de voorwaarden, voor een abonnement', {}, async (page) => {
  await toAccountInvoices(page, 'Kwelderoog proefabonnementen');
  const pane = await openPane(page, ...EMAIL);
  await pane.getByLabel('Abonnement', { exact: true }).selectOption({ label: 'Azure-sub 02' });
  await pane.getByText('Niemand: u bent niet aangemeld.').waitFor();
  await optIn(page, pane);
  await save(page, pane);
  await page.getByText('De e-mailvoorkeur van Azure-sub 02 is opgeslagen.').waitFor();
});

row('S001-10: ook voor een ondersteuningsplan', { at: PLAN }, async (page) => {
  const pane = await openPane(page, ...EMAIL);
  await optIn(page, pane);
  await save(page, pane);
  await page.getByText('De e-mailvoorkeur van Ondersteuningsabonnement Standard is opgeslagen.').waitFor();
});

row('S001-10: niet voor reserveringen of Azure Marketplace', { at: at(PAYG, SUB.reservation, 'invoices') }, async (page) => {
  const pane = await openPane(page, ...EMAIL);
  await pane.getByText('facturen voor reserveringen en Marketplace worden niet per e-mail verzonden').waitFor();
  assert.equal(await pane.getByRole('checkbox').count(), 0);
});

row('S001-11: de factuur gaat naar het e-mailadres van uw voorkeur, anders naar de contactgegevens van de rekening', { at: FIRST }, async (page) => {
  const pane = await openPane(page, ...EMAIL);
  await getsNext(page, pane, 'crediteuren@kwelderoog.example').filter({ hasText: 'Contactgegevens van de factureringsrekening' }).waitFor();
  await pane.getByRole('textbox', { name: 'E-mailadres van uw voorkeur' }).fill('facturen@kwelderoog.example');
  await getsNext(page, pane, 'facturen@kwelderoog.example').filter({ hasText: 'Voorkeursadres' }).waitFor();
  assert.equal(await getsNext(page, pane, 'crediteuren@kwelderoog.example').count(), 0);
  await save(page, pane);
  await page.reload();
  await getsNext(page, await openPane(page, ...EMAIL), 'facturen@kwelderoog.example').waitFor();
});

row('S001-11: de contactgegevens van de rekening staan in de eigenschappen', { at: FIRST }, async (page) => {
  const pane = await openPane(page, ...EMAIL);
  await pane.getByRole('link', { name: 'Profiel bijwerken' }).click();
  await isAt(page, 'Eigenschappen');
  await page.getByRole('main').getByText('crediteuren@kwelderoog.example').waitFor();
});

row('S001-12: Ontvangers configureren, Ontvanger toevoegen, Gereed: meerdere adressen', { at: FIRST }, async (page) => {
  const added = ['boekhoudteam@kwelderoog.example', 'marijke.thuis@kwelderoog.example'];
  let pane = await findFormerPane(page, 'Ontvangers configureren', 'E-mailfactuur');
  await addRecipients(page, pane, added);
  await save(page, pane);
  await page.reload();
  pane = await findFormerPane(page, 'Ontvanger toevoegen', 'E-mailfactuur');
  for (const address of [...added, 'boekhouding@kwelderoog.example']) await getsNext(page, pane, address).filter({ hasText: 'Extra ontvanger' }).waitFor();
});

row('S001-13: een factureringsprofiel heeft aan het begin van de maand één factuur voor alle abonnementen en aankopen', { at: of('profiles', EUR, 'invoices') }, async (page) => {
  await isInvoices(page);
  // What was corrected later has another day; the invoice of each month is of its first.
  const made = (await cells(page, 'Facturen')).filter((entry) => entry.Document === 'Factuur' && entry.Factuurdatum.startsWith('01-'));
  assert.equal(made.length, 24);
  assert.equal(new Set(made.map((entry) => entry.Factuurdatum)).size, 24, 'one a month');
  const [number] = made.map((entry) => entry['Factuur-id']);
  await page.getByRole('table', { name: 'Facturen' }).getByRole('link', { name: number }).click();
  await isAt(page, number);
  await page.getByText('01-10-2026 – 31-10-2026').waitFor();
  const lines = page.getByRole('table', { name: 'Regels per factuursectie' });
  for (const section of ['Vloot en havens', 'Research and development', 'Klantportaal, planning en digitale dienstverlening Noordwest-Europa']) {
    await lines.getByRole('rowheader', { name: section, exact: true }).first().waitFor();
  }
});

row('S001-14: Facturen, factuur, PDF met factuur downloaden, als factuurbeheerder van het profiel', { as: 'Femke van den Oudenrijn', at: of('profiles', EUR, 'invoices') }, async (page) => {
  await isInvoices(page);
  const [shown] = await cells(page, 'Facturen');
  await page.getByRole('table', { name: 'Facturen' }).getByRole('link', { name: shown['Factuur-id'] }).click();
  await isAt(page, shown['Factuur-id']);
  const file = await pdf(page, () => command(page, 'PDF met factuur downloaden').click());
  isInvoicePdf(file, { number: shown['Factuur-id'], total: amount(shown.Totaal), of: 'Kwelderoog Nederland' });
});

row('S001-14: de lezer van de factureringsrekening downloadt van alle profielen', { as: 'Karin Mårtensson' }, async (page) => {
  await toAccountInvoices(page, CUSTOMER);
  const all = (await cells(page, 'Facturen')).filter((entry) => entry.Document === 'Factuur');
  const profiles = [...new Set(all.map((entry) => entry.Factureringsprofiel))];
  assert.ok(profiles.length >= 3, `${profiles}`);
  for (const profile of profiles) {
    const shown = all.find((entry) => entry.Factureringsprofiel === profile);
    const item = await inRowMenu(page, shown['Factuur-id'], 'PDF met factuur downloaden');
    isInvoicePdf(await pdf(page, () => item.click()), { number: shown['Factuur-id'], total: amount(shown.Totaal), of: profile.split(' ')[0] });
  }
});

row('S001-15: Azure-gebruiksgegevens downloaden: dagelijkse hoeveelheden en kosten als CSV (2021-10-01)', { at: of('invoices') }, async (page) => {
  await isInvoices(page);
  const [shown] = (await cells(page, 'Facturen')).filter((entry) => entry.Factureringsprofiel === 'Kwelderoog Nederland');
  await page.getByRole('table', { name: 'Facturen' }).getByRole('link', { name: shown['Factuur-id'] }).click();
  await isAt(page, shown['Factuur-id']);
  const pane = await openPane(page, 'Azure-gebruiksgegevens downloaden');
  const { text } = await download(page, () => pane.getByRole('button', { name: 'Downloaden', exact: true }).click());
  const [heads, ...rows] = parseCsv(text.replace(/^\ufeff/, ''));
  assert.equal(heads.length, 65);
  for (const column of ['invoiceId', 'date', 'quantity', 'costInBillingCurrency']) assert.ok(heads.includes(column), column);
  const days = new Set(rows.map((cell) => cell[heads.indexOf('date')]));
  assert.equal(days.size, 31, 'every day of October');
});

row('S001-16: E-mailfactuur: bij een factureringsprofiel aanmelden, en alle rollen ontvangen de factuur', {}, async (page) => {
  await toAccountInvoices(page, CUSTOMER);
  const pane = await findFormerPane(page, 'E-mailfactuur', PREFERENCE);
  await pane.getByLabel('Factureringsprofiel', { exact: true }).selectOption({ label: 'Kwelderoog Nederland' });
  const yes = pane.getByRole('radio', { name: 'Ja' });
  await yes.waitFor();
  await pane.getByRole('radio', { name: 'Nee' }).check();
  await getsNext(page, pane, 'Joost Brakelman').waitFor({ state: 'detached' });
  await yes.check();
  const roles = { 'Joost Brakelman': 'Eigenaar van factureringsprofiel', 'Ingrid Söderqvist': 'Lezer van factureringsprofiel', 'Femke van den Oudenrijn': 'Factuurbeheerder' };
  for (const [who, role] of Object.entries(roles)) await getsNext(page, pane, who).filter({ hasText: role }).waitFor();
  await save(page, pane);
});

row('S001-16: de oude labels E-mailfactuur en Aanmelden wijzen naar de voorkeur', { at: of('invoices') }, async (page) => {
  for (const old of ['E-mailfactuur', 'Aanmelden']) {
    const pane = await findFormerPane(page, old, PREFERENCE);
    await page.keyboard.press('Escape');
    await pane.waitFor({ state: 'hidden' });
  }
});

row('S001-16: wie geen eigenaar of inzender is, kan de voorkeur niet wijzigen', { as: 'Femke van den Oudenrijn', at: of('profiles', EUR, 'invoices') }, async (page) => {
  const pane = await openPane(page, PREFERENCE);
  await pane.getByText('Eigenaar van factureringsprofiel').first().waitFor();
  assert.ok(await pane.getByRole('radio', { name: 'Nee' }).isDisabled());
});

row('S001-17: Factureringsprofielen, profiel, Toegangsbeheer (IAM), Toevoegen, Factuurbeheerder en e-mailadres, Opslaan', {}, async (page, site) => {
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
  await pane.getByRole('combobox', { name: 'Naam of e-mail' }).fill('tomas.akerblad@kwelderoog.example');
  await save(page, pane);
  await page.getByText('Tomas Åkerblad is nu Factuurbeheerder.').waitFor();
  // The profile has opted in: he gets the next invoice by e-mail too.
  await page.goto(`${site}${of('profiles', EUR, 'invoices')}?pane=email`);
  const preference = await paneOf(page, PREFERENCE);
  await getsNext(page, preference, 'Tomas Åkerblad').filter({ hasText: 'Factuurbeheerder' }).waitFor();
  await page.keyboard.press('Escape');
  await preference.waitFor({ state: 'hidden' });
  await seeAs(page, 'Tomas Åkerblad', site + of('profiles', EUR, 'invoices'));
  await isInvoices(page);
  const [shown] = await cells(page, 'Facturen');
  const item = await inRowMenu(page, shown['Factuur-id'], 'PDF met factuur downloaden');
  assert.ok((await pdf(page, () => item.click())).text.includes(shown['Factuur-id']));
});

row('S001-18: geen factuur: minder dan 30 dagen', { as: 'Annika Rosenstierna', at: at(PROV, SUB.trial, 'invoices') }, async (page) => {
  await applies(await openPane(page, WHY), 'Het is minder dan 30 dagen geleden dat u zich op Azure hebt geabonneerd', '09-11-2026');
});

row('S001-18: geen factuur: Azure factureert een paar dagen na het einde van de periode', { at: FIRST }, async (page) => {
  await applies(await openPane(page, WHY), 'De factuur is nog niet klaar', 'tussen 02-12-2026 en 04-12-2026');
});

row('S001-18: geen factuur: niet gemachtigd, bij MCA een van zeven rollen', { as: 'Amira Belhadj-de Grauw', at: `${of('invoices')}?pane=why` }, async (page) => {
  await applies(
    await paneOf(page, WHY), 'U bent niet gemachtigd om facturen te bekijken', 'Lezer van factureringsprofiel', 'Factuurbeheerder',
    'Inzender voor factureringsprofiel', 'Eigenaar van factureringsprofiel', 'Lezer van factureringsrekening', 'Inzender voor factureringsrekening',
    'Eigenaar van factureringsrekening',
  );
});

row('S001-18: geen factuur: bij andere abonnementen niet de accountbeheerder', { as: 'Lars Wijnbergen', at: `${SECOND}?pane=why` }, async (page) => {
  await applies(await paneOf(page, WHY), 'U bent niet gemachtigd om facturen te bekijken', 'Vraag de accountbeheerder om Toegang tot factuur in te schakelen.');
});

row('S001-18: geen factuur: het maandelijks tegoed is niet overschreden', { at: at(PAYG, SUB.credit, 'invoices') }, async (page) => {
  await applies(await openPane(page, WHY), 'Het tegoed of de gratis proefversie is niet overschreden', '€ 130,00');
});

row('S001-18: bij een MCA is tegoed nooit de reden: daar is altijd een factuur', { at: `${of('profiles', EUR, 'invoices')}?pane=why` }, async (page) => {
  const pane = await paneOf(page, WHY);
  await applies(pane, 'De factuur is nog niet klaar', '01-11-2026 – 30-11-2026');
  await pane.getByText('Alles wat is nagegaan').click();
  await pane.getByRole('listitem').filter({ hasText: 'Het tegoed of de gratis proefversie' }).getByText('Niet van toepassing').waitFor();
});

row('S001-19: ondersteuningsaanvraag, volgende stappen en privacy', { at: FIRST }, async (page) => {
  const pane = await openPane(page, WHY);
  assert.match(await href(pane, 'Contact opnemen met ondersteuning'), /HelpAndSupportBlade$/);
  const next = {
    'Uw gebruik en kosten weergeven en downloaden': 'download-azure-daily-usage', 'Inzicht in uw factuur voor Microsoft Azure': 'review-individual-bill',
    'Begrippen op uw factuur': 'understand-invoice',
  };
  for (const [label, page] of Object.entries(next)) assert.equal(await href(pane, label), `${LEARN}/understand/${page}`);
  assert.equal(await pane.getByText('factureringsprofiel').count(), 0, 'what is for an MCA is not for this account');
  await page.keyboard.press('Escape');
  await pane.waitFor({ state: 'hidden' });
  const access = await openPane(page, ...ACCESS);
  await access.getByText('Deel uw vertrouwelijke of persoonlijke gegevens niet met derden.').waitFor();
});

row('S001-19: als u een MCA hebt: begrippen op de factuur en het gebruiksbestand van uw factureringsprofiel', { at: `${of('profiles', EUR, 'invoices')}?pane=why` }, async (page) => {
  const pane = await paneOf(page, WHY);
  for (const page of ['review-customer-agreement-bill', 'mca-understand-your-invoice', 'mca-understand-your-usage']) {
    await pane.locator(`a[href="${LEARN}/understand/${page}"]`).waitFor();
  }
});
