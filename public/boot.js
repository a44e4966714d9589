// Starts the app. The only script of the page that is not compiled from Rust, and the only one that index.html names.
// It runs under a content security policy without inline script, and checks what it loads against the hashes that the
// build wrote into index.html.

const root = document.documentElement;
const base = new URL('.', import.meta.url);

const words = {
  en: {
    loading: 'Loading…',
    broken: 'Factuur could not start: one of its files is missing, incomplete or has been changed. Reload the page. If that does not help, tell the people who run this site.',
    framed: 'Factuur does not run inside another page, so that nobody can cover its buttons.',
    open: 'Open Factuur in a tab of its own',
  },
  nl: {
    loading: 'Laden…',
    broken: 'Factuur kan niet starten: een van de bestanden ontbreekt, is onvolledig of is gewijzigd. Laad de pagina opnieuw. Helpt dat niet, meld het dan aan de beheerder van deze site.',
    framed: 'Factuur werkt niet binnen een andere pagina, zodat niemand de knoppen kan afdekken.',
    open: 'Factuur openen op een eigen tabblad',
  },
  sv: {
    loading: 'Läser in…',
    broken: 'Factuur kan inte starta: en av filerna saknas, är ofullständig eller har ändrats. Läs in sidan igen. Om det inte hjälper, kontakta dem som driver webbplatsen.',
    framed: 'Factuur körs inte inuti en annan sida, så att ingen kan täcka över knapparna.',
    open: 'Öppna Factuur på en egen flik',
  },
};

// The views are made of elements and texts, never of markup: a text that would become markup is refused, whoever it comes
// from, because the policy has no way to allow one.
if (window.trustedTypes) {
  window.trustedTypes.createPolicy('default', {
    createScriptURL(address) {
      const url = new URL(address, base);
      if (url.origin === location.origin && (url.protocol === 'https:' || url.protocol === 'http:')) return url.href;
      throw new TypeError('refused: a script from somewhere else');
    },
  });
}

// Stored by the settings; whatever is there may be garbage, and storage may be blocked.
function preferences() {
  try {
    return Object(JSON.parse(localStorage.getItem('factuur.preferences')));
  } catch {
    return {};
  }
}

function language(stored) {
  const wanted = [stored, ...(navigator.languages ?? [navigator.language])];
  const known = wanted.map((tag) => String(tag ?? '').slice(0, 2).toLowerCase()).find((tag) => Object.hasOwn(words, tag));
  return known ?? 'en';
}

function tell(sentence, link) {
  const message = document.getElementById('boot-message');
  message.setAttribute('role', 'alert');
  message.textContent = sentence;
  if (link) {
    const anchor = document.createElement('a');
    anchor.href = location.href;
    anchor.target = '_blank';
    anchor.rel = 'noopener';
    anchor.textContent = link;
    message.append(' ', anchor);
  }
}

async function start() {
  const wasm = document.querySelector('link[rel=preload][as=fetch][href$="_bg.wasm"]');
  const loader = document.querySelector(`link[rel=modulepreload][href="${wasm.getAttribute('href').replace(/_bg\.wasm$/, '.js')}"]`);
  // The integrity of the loader is enforced on its modulepreload; the browser ignores it on the other preload.
  const { default: run } = await import(loader.href);
  await run({ module_or_path: fetch(wasm.href, { integrity: wasm.integrity }) });
  document.getElementById('boot')?.remove();
}

// The parts of the app that are loaded on first use, with the hashes of their files. Read before the app runs, so that
// nothing that happens in the page later decides what is whole.
const parts = new Map([...document.querySelectorAll('meta[name=factuur-part]')].map(({ content, dataset }) => [content, dataset.wasm]));

// Fetches a file of a part, checked. May be called again after it failed.
async function part(name) {
  const integrity = parts.get(name);
  if (!integrity) throw new Error(`${name}: there is no such part`);
  return fetch(new URL(`${name}.wasm`, base), { integrity });
}

// The programs that run in workers, with the hashes of their script and their wasm.
const programs = new Map([...document.querySelectorAll('meta[name=factuur-worker]')].map(({ content, dataset }) => [content, dataset]));

// Starts a program in a worker, checked: the script here, since a browser checks no worker's, the wasm in the worker.
async function worker(name) {
  const hashes = programs.get(name);
  if (!hashes) throw new Error(`${name}: there is no such program`);
  const address = new URL(`${name}.js`, base);
  await (await fetch(address, { integrity: hashes.script })).arrayBuffer();
  const started = new Worker(address, { type: 'module', name });
  await new Promise((done, fail) => {
    started.onmessage = ({ data: [word, why] }) => (word === 'ready' ? done() : fail(new Error(`${name}: ${why}`)));
    started.onerror = () => fail(new Error(`${name}: it is missing, incomplete or has been changed`));
    started.postMessage(hashes.wasm);
  });
  return started;
}

Object.defineProperty(window, 'factuur', { value: Object.freeze({ part, worker }) });

const stored = preferences();
root.dataset.base = base.pathname;
root.dataset.theme = ['light', 'dark'].includes(stored.theme) ? stored.theme : 'system';
root.lang = language(stored.language);
const say = words[root.lang];

if (window.top !== window.self) {
  tell(say.framed, say.open);
} else {
  document.getElementById('boot-message').textContent = say.loading;
  start().catch((error) => {
    console.error(error);
    tell(say.broken);
  });
}
