// Invoices as PDF: one, several in a zip file, cancelled, resumed, five hundred of them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startTeam } from './lib/http.mjs';
import { download } from './lib/site.mjs';
import { EUR, loaded, mosp, of, openPage } from './lib/tenant.mjs';

const none = { console: [], csp: [], requests: [] };
let folder, team, sandbox;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factuur-papers-'));
  team = await startTeam('papers');
  ({ sandbox } = team);
});

after(async () => {
  await sandbox?.stop();
  await rm(folder, { recursive: true });
});

/** What a tool of the machine says about a file's bytes. */
async function told(bytes, name, tool, ...options) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return execFileSync(tool, [...options.map((option) => (option === '%' ? path : option))], { encoding: 'utf8', maxBuffer: 1e8 });
}

const selectAll = (page) => page.getByRole('checkbox', { name: 'Select all' }).check();
const pane = (page) => page.getByRole('dialog', { name: 'Download invoices' });

test('the PDF of an invoice says what the page says, twice the same bytes', async () => {
  const { page, problems, close } = await openPage(of('invoices', 'G654951816'));
  await page.getByRole('table', { name: 'Lines by invoice section' }).and(page.locator(':not([aria-busy])')).waitFor();
  const total = await page.getByRole('region', { name: 'Billing summary' }).getByText(/^€/).last().innerText();
  const save = () => download(page, () => page.getByRole('button', { name: 'Download invoice PDF' }).click());
  const [one, two] = [await save(), await save()];
  assert.equal(one.name, 'G654951816.pdf');
  assert.ok(one.bytes.equals(two.bytes));
  const text = await told(one.bytes, one.name, 'pdftotext', '-layout', '%', '-');
  for (const said of ['G654951816', 'Kwelderoog Nederland', 'A01$9HF', 'Vloot en havens', total, 'Net 30 days']) {
    assert.ok(text.includes(said), said);
  }
  const info = await told(one.bytes, one.name, 'pdfinfo', '%');
  assert.match(info, /Title:\s+Invoice G654951816/);
  assert.match(info, /Tagged:\s+yes/);
  assert.deepEqual(problems, none);
  await close();
});

test('several ticked invoices are one zip file with a PDF each and an index of all', async () => {
  const { page, problems, close } = await openPage(`${of('profiles', EUR, 'invoices')}?months=6`);
  await loaded(page, 'Invoices');
  await selectAll(page);
  const names = await page.getByRole('rowheader').getByRole('link').allInnerTexts();
  await page.getByRole('button', { name: 'Download invoices' }).click();
  const file = await download(page, () => pane(page).getByRole('button', { name: 'Download' }).click());
  assert.equal(file.name, 'invoices-2026-11-21.zip');
  assert.match(await told(file.bytes, 'a.zip', 'unzip', '-t', '%'), /No errors detected/);
  const listed = await told(file.bytes, 'a.zip', 'unzip', '-Z1', '%');
  assert.deepEqual(listed.trim().split('\n').toSorted(), [...names.map((name) => `${name}.pdf`), 'index.csv'].toSorted());
  const index = await told(file.bytes, 'a.zip', 'unzip', '-p', '%', 'index.csv');
  assert.equal(index.trim().split('\n').length, names.length + 1);
  assert.deepEqual(problems, none);
  await close();
});

test('with usage files the archive has one of each invoice that is charged by use', async () => {
  const { page, close } = await openPage(`${mosp('invoices')}?months=3&q=Azure-sub 02`);
  await loaded(page, 'Invoices');
  await selectAll(page);
  await page.getByRole('button', { name: 'Download invoices' }).click();
  await pane(page).getByRole('checkbox', { name: /usage file/ }).check();
  const file = await download(page, () => pane(page).getByRole('button', { name: 'Download' }).click());
  const listed = (await told(file.bytes, 'b.zip', 'unzip', '-Z1', '%')).trim().split('\n');
  const papers = listed.filter((name) => name.endsWith('.pdf'));
  assert.ok(papers.length > 1);
  assert.deepEqual(listed.filter((name) => name.endsWith('-usage.csv')).length, papers.length);
  const usage = await told(file.bytes, 'b.zip', 'unzip', '-p', '%', listed.find((name) => name.endsWith('-usage.csv')));
  assert.match(usage, /^SubscriptionGuid,ResourceGroup,ResourceLocation,UsageDateTime,/);
  await close();
});

test('an archive that breaks off is not saved, and resumed it has every invoice', async () => {
  const { page, requests, close } = await team.connected(`${of('profiles', EUR, 'invoices')}?months=6`);
  await loaded(page, 'Invoices');
  await selectAll(page);
  const names = await page.getByRole('rowheader').getByRole('link').allInnerTexts();
  await page.getByRole('button', { name: 'Download invoices' }).click();
  const saved = [];
  page.on('download', (file) => saved.push(file.suggestedFilename()));
  // One more than the client asks again by itself.
  const match = `${names[2]}/transactions`;
  await sandbox.ask('POST', '/providers/Factuur.Sandbox/faults', { next: [{ match, status: 503, times: 4, code: 'ServerBusy' }] });
  await pane(page).getByRole('button', { name: 'Download' }).click();
  await pane(page).getByRole('alert').filter({ hasText: 'No file was downloaded' }).waitFor();
  assert.deepEqual(saved, []);
  const file = await download(page, () => pane(page).getByRole('button', { name: 'Resume' }).click());
  const listed = await told(file.bytes, 'c.zip', 'unzip', '-Z1', '%');
  assert.deepEqual(listed.trim().split('\n').filter((name) => name.endsWith('.pdf')).toSorted(), names.map((name) => `${name}.pdf`).toSorted());
  const asked = requests.filter((request) => request.method() === 'GET' && request.url().includes(`${names[0]}/transactions`));
  assert.equal(new Set(asked.map((request) => request.url())).size, asked.length, 'what was there is not asked for again');
  await close();
});

test('five hundred invoices: the page answers meanwhile, can be stopped, and gives every one', { timeout: 240_000 }, async () => {
  const { page, problems, close } = await team.connected(of('profiles', EUR, 'invoices'), { prepare: async (page) => {
    await page.route(/billingProfiles\/[^/]+\/invoices\?/, async (route) => {
      const answer = await route.fetch();
      const body = await answer.json();
      const [first] = body.value.filter((invoice) => invoice.properties.documentType === 'Invoice');
      const value = Array.from({ length: 500 }, (_, n) => ({ ...first, name: `G${String(n).padStart(9, '0')}`, id: first.id.replace(/[^/]+$/, `G${String(n).padStart(9, '0')}`) }));
      await route.fulfill({ response: answer, json: { value, totalCount: 500 } });
    });
    const answers = new Map();
    await page.route(/invoices\/G0[0-9]{8}\/transactions\?/, async (route) => {
      const [name] = /G0[0-9]{8}/.exec(route.request().url());
      const url = route.request().url().replace(name, 'G654951816');
      if (!answers.has(url)) {
        const answer = await route.fetch({ url });
        answers.set(url, { headers: answer.headers(), body: await answer.text() });
      }
      const { headers, body } = answers.get(url);
      await route.fulfill({ headers, body: body.replaceAll('G654951816', name) });
    });
  } });
  await loaded(page, 'Invoices');
  await selectAll(page);
  await page.getByRole('button', { name: 'Download invoices' }).click();
  await pane(page).getByText('500 invoices').waitFor();
  const start = pane(page).getByRole('button', { name: 'Download' });
  await start.click();
  await pane(page).getByText(/^[1-9][0-9]* of 500, /).waitFor();
  await pane(page).getByRole('button', { name: 'Cancel' }).click();
  await pane(page).getByText('Cancelled. Nothing was downloaded.').waitFor();
  page.setDefaultTimeout(180_000);
  const file = await download(page, () => start.click());
  assert.match(await told(file.bytes, 'all.zip', 'unzip', '-t', '%'), /No errors detected/);
  const listed = await told(file.bytes, 'all.zip', 'unzip', '-Z1', '%');
  assert.equal(listed.trim().split('\n').length, 501);
  assert.deepEqual(problems.console, []);
  await close();
});
