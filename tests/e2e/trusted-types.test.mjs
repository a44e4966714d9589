// The default Trusted Types policy of boot.js, in the page where it stands: it lets through scripts of the site's own, and no
// markup at all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite, started } from './lib/site.mjs';

const judge = (page, method, strings) => page.evaluate(([method, strings]) => strings.map((text) => {
  try {
    window.trustedTypes.defaultPolicy[method](text);
    return true;
  } catch {
    return false;
  }
}), [method, strings]);

test('no markup is ever made of text, hostile or harmless, wherever a page could take it', async () => {
  const { page, close } = await openSite();
  await started(page);
  const outcomes = await page.evaluate(() => {
    const tries = {
      innerHTML: (text) => { document.createElement('div').innerHTML = text; },
      outerHTML: (text) => { document.body.appendChild(document.createElement('div')).outerHTML = text; },
      insertAdjacentHTML: (text) => document.body.insertAdjacentHTML('beforeend', text),
      write: (text) => document.write(text),
      srcdoc: (text) => { document.createElement('iframe').srcdoc = text; },
      fragment: (text) => document.createRange().createContextualFragment(text),
      parser: (text) => new DOMParser().parseFromString(text, 'text/html'),
    };
    const texts = ['<img src="x" onerror="window.ran = true">', '<p>Amount due</p>', 'plain'];
    return Object.entries(tries).flatMap(([name, run]) => texts.map((text) => {
      try {
        run(text);
        return `${name} took ${text}`;
      } catch (error) {
        return error.name;
      }
    }));
  });
  assert.deepEqual([...new Set(outcomes)], ['TypeError']);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  await close();
});

test('a worker or script may come from the own origin alone, and text never becomes a script', async () => {
  const { page, site, close } = await openSite();
  await started(page);
  const own = [`${site}worker.js`, 'worker.js', '/worker.js'];
  const foreign = ['https://evil.example/x.js', '//evil.example/x.js', 'data:text/javascript,x', 'javascript:x', `blob:${site}1`, 'http://127.0.0.1:1/x.js', 'http://['];
  assert.deepEqual(await judge(page, 'createScriptURL', own), own.map(() => true));
  assert.deepEqual(await judge(page, 'createScriptURL', foreign), foreign.map(() => false));
  assert.deepEqual(await judge(page, 'createScript', ['1']), [false]);
  await close();
});

test('nobody can register another policy', async () => {
  const { page, close } = await openSite();
  await started(page);
  const refused = await page.evaluate(() => ['default', 'other'].map((name) => {
    try {
      window.trustedTypes.createPolicy(name, {});
      return false;
    } catch {
      return true;
    }
  }));
  assert.deepEqual(refused, [true, true]);
  await close();
});
