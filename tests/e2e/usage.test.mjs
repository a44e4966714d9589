// The usage file over HTTP: what breaks off, what comes broken, and going on from there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTeam } from './lib/http.mjs';
import { download } from './lib/site.mjs';
import { EUR, of } from './lib/tenant.mjs';

const INVOICES = of('profiles', EUR, 'invoices');
const TITLE = 'Download Azure usage and charges';

let team, sandbox;

before(async () => {
  team = await startTeam('usage');
  ({ sandbox } = team);
});

after(() => sandbox?.stop());

/** The pane of the usage file, and the file as it is when nothing goes wrong. */
async function openUsage() {
  const opened = await team.connected(INVOICES);
  await opened.page.getByRole('button', { name: TITLE }).click();
  const pane = opened.page.getByRole('dialog', { name: TITLE });
  const whole = await download(opened.page, () => pane.getByRole('button', { name: 'Download' }).click());
  return { ...opened, pane, whole };
}

test('a usage file that breaks off is not saved, and resumed it is the same to the byte', async () => {
  const { page, pane, whole, requests, close } = await openUsage();
  assert.ok(whole.text.split('\r\n').length > 1000);
  const pages = requests.map((request) => request.url()).filter((url) => /usageDetails/i.test(url));
  assert.ok(pages.length >= 4, `${pages.length} pages`);
  const third = new URL(pages[2]).searchParams.get('$skiptoken');
  const saved = [];
  page.on('download', (file) => saved.push(file.suggestedFilename()));
  // One more than the client asks again by itself.
  await sandbox.ask('POST', '/providers/Factuur.Sandbox/faults', { next: [{ match: `skiptoken=${third}`, status: 503, times: 4, code: 'ServerBusy' }] });
  await pane.getByRole('button', { name: 'Download' }).click();
  await pane.getByRole('alert').filter({ hasText: 'No file was downloaded' }).waitFor();
  assert.deepEqual(saved, []);
  const before = requests.length;
  const resumed = await download(page, () => pane.getByRole('button', { name: 'Resume' }).click());
  assert.ok(resumed.bytes.equals(whole.bytes));
  assert.equal(resumed.name, whole.name);
  const again = requests.slice(before).filter((request) => /usageDetails/i.test(request.url()));
  assert.equal(again.length, pages.length - 2, 'only what was missing is asked for');
  assert.deepEqual(saved, [whole.name]);
  await close();
});

test('what there is of a file that breaks off is kept by a second button alone, and its name says that it is not whole', async () => {
  const { page, pane, whole, requests, close } = await openUsage();
  const pages = requests.map((request) => request.url()).filter((url) => /usageDetails/i.test(url));
  const third = new URL(pages[2]).searchParams.get('$skiptoken');
  await sandbox.ask('POST', '/providers/Factuur.Sandbox/faults', { next: [{ match: `skiptoken=${third}`, status: 503, times: 4, code: 'ServerBusy' }] });
  await pane.getByRole('button', { name: 'Download' }).click();
  await pane.getByRole('alert').filter({ hasText: 'No file was downloaded' }).waitFor();
  await pane.getByText('its name begins with PARTIAL').waitFor();
  const part = await download(page, () => pane.getByRole('button', { name: 'Download what is there' }).click());
  assert.equal(part.name, `PARTIAL-${whole.name}`);
  assert.ok(part.bytes.length < whole.bytes.length && part.bytes.length > 1000);
  assert.ok(whole.bytes.subarray(0, part.bytes.length).equals(part.bytes), 'the rows before the failure, and nothing else');
  assert.match(part.text, /\r\n$/);
  await close();
});

test('a page that cannot be read is asked for again on resuming, never left out', async () => {
  const { page, pane, whole, close } = await openUsage();
  const saved = [];
  page.on('download', (file) => saved.push(file.suggestedFilename()));
  let broken = 0;
  // The second page comes with a quantity that is no number, once.
  await page.route(/usageDetails.*skiptoken/i, async (route) => {
    if (broken > 0) return route.continue();
    broken += 1;
    const answer = await route.fetch();
    return route.fulfill({ response: answer, body: (await answer.text()).replace(/"quantity":[-\d.]+/, '"quantity":"many"') });
  });
  await pane.getByRole('button', { name: 'Download' }).click();
  const alert = pane.getByRole('alert').filter({ hasText: 'No file was downloaded' });
  await alert.waitFor();
  assert.deepEqual([broken, saved], [1, []]);
  const resumed = await download(page, () => pane.getByRole('button', { name: 'Resume' }).click());
  assert.ok(resumed.bytes.equals(whole.bytes), `${resumed.bytes.length} bytes of ${whole.bytes.length}`);
  await close();
});
