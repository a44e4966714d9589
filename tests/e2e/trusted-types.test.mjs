// The default Trusted Types policy of boot.js, in the page where it stands: it lets through the markup that Leptos's views
// are made of, and nothing that could run.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite, started } from './lib/site.mjs';

const hostile = [
  '<script>x()</script>',
  '<img src="x" onerror="x()">',
  '<svg/onload=x()>',
  '<svg onload="x()"></svg>',
  '<p\nonclick="x()">a</p>',
  '<a href="javascript:x()">a</a>',
  '<a href=" JaVaScRiPt:x()">a</a>',
  '<a href="java\tscript:x()">a</a>',
  '<a href="&#106;avascript:x()">a</a>',
  '<a href="data:text/html,x">a</a>',
  '<a href="vbscript:x">a</a>',
  '<a href=javascript:x()>a</a>',
  "<a href='x'>a</a>",
  '<iframe srcdoc="x"></iframe>',
  '<meta http-equiv="refresh" content="0;url=x">',
  '<base href="/elsewhere/">',
  '<link rel="stylesheet" href="/x.css">',
  '<style>p{}</style>',
  '<p style="color:red">a</p>',
  '<object data="x"></object>',
  '<embed type="x">',
  '<form action="/x"><button formaction="/x">a</button></form>',
  '<a href="/" ping="/x">a</a>',
  '<template><p>a</p></template>',
  '<math><mtext>a</mtext></math>',
  '<svg><set attributeName="href" to="x"></set></svg>',
  '<svg><animate values="x;javascript:y"></animate></svg>',
  '<svg><use href="#x"></use></svg>',
  '<svg><foreignObject></foreignObject></svg>',
  '<p title="a>b">a</p>',
  '<p title="a',
  'a < b',
  'a & b',
  '&nbsp;',
  '<!-- a -->',
  '<p>a</p><SCRIPT>x</SCRIPT>',
];

const harmless = [
  '',
  'Plain text, with = and "quotes" and once = yes',
  'R&amp;D &lt;1 &gt;0 &quot;a&quot; &#x27;b&#x27;',
  '<p>Amount due</p>',
  '<p class="kit-text strong" id="a-1">a<br>b</p>',
  '<p title="once = yes">a</p>',
  '<p title="javascript is a language">a</p>',
  '<input type="checkbox" disabled>',
  '<a href="/billing/invoices?status=Due&amp;page=2" aria-current="page">a</a>',
  '<a href="https://learn.microsoft.com/" rel="noopener" target="_blank">a</a>',
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" aria-hidden="true"><path d="M4 4h12v2L4 6z" fill="currentColor"></path><linearGradient></linearGradient></svg>',
  '<table><thead><tr><th scope="col">Datum</th></tr></thead></table>',
  '<dialog aria-labelledby="t"><h2 id="t">Läsa</h2></dialog>',
  '<p>line\nline</p>',
  '<section data-on="x" data-style="y"><footer></footer></section>',
];

const judge = (page, method, strings) => page.evaluate(([method, strings]) => strings.map((text) => {
  try {
    window.trustedTypes.defaultPolicy[method](text);
    return true;
  } catch {
    return false;
  }
}), [method, strings]);

test('no hostile markup passes the policy', async () => {
  const { page, close } = await openSite();
  await started(page);
  const passed = await judge(page, 'createHTML', hostile);
  assert.deepEqual(hostile.filter((_, i) => passed[i]), []);
  await close();
});

test('the markup of our own views passes the policy', async () => {
  const { page, close } = await openSite();
  await started(page);
  const passed = await judge(page, 'createHTML', harmless);
  assert.deepEqual(harmless.filter((_, i) => !passed[i]), []);
  await close();
});

test('a long view is judged quickly, whether it passes or not', async () => {
  const { page, close } = await openSite();
  await started(page);
  const row = '<li class="row" title="a b">Azure &amp; more</li>';
  const long = row.repeat(Math.ceil(200_000 / row.length));
  const before = Date.now();
  assert.deepEqual(await judge(page, 'createHTML', [long, 'a'.repeat(200_000), `${long}<script>`, `${'a'.repeat(200_000)}<`]), [true, true, false, false]);
  assert.ok(Date.now() - before < 2000);
  await close();
});

test('the browser asks the policy: a hostile string never becomes an element', async () => {
  const { page, close } = await openSite();
  await started(page);
  const outcome = await page.evaluate(() => {
    const place = document.createElement('div');
    try {
      place.innerHTML = '<img src="x" onerror="window.ran = true">';
    } catch (error) {
      return [error.name, place.childElementCount, window.ran];
    }
    return ['accepted'];
  });
  assert.deepEqual(outcome, ['TypeError', 0, undefined]);
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
