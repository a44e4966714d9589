// How smoothly a grid scrolls and how soon a filter answers, in any page that has one.
//
//   node scripts/bench-export/grid.mjs --url URL --scroller '[role=grid]' --row '[role=row]' [--file usage.csv --input 'input[type=file]']
//     [--filter 'input[type=search]' --text westeurope --count '.count'] [--seconds 10] [--speed 4000]
//
// Frames are counted twice: by the page's own animation frames, which tell how long the page's thread was busy, and by
// Chromium's trace of its frame pipeline, which also knows what the compositor dropped.
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';

/** Milliseconds of a frame at 60 a second. */
const FRAME = 1000 / 60;

/** In the page: notes the time of each animation frame, and whether a row is drawn in the scroller's middle. */
function watchFrames({ scroller, row }) {
  const box = document.querySelector(scroller).getBoundingClientRect();
  const seen = { times: [], blank: 0, going: true };
  globalThis.benchFrames = seen;
  const middle = [box.left + box.width / 2, box.top + box.height / 2];
  const tick = (time) => {
    if (!seen.going) return;
    seen.times.push(time);
    if (!document.elementFromPoint(...middle)?.closest(row)) seen.blank += 1;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

function framesSeen() {
  const { times, blank } = globalThis.benchFrames;
  globalThis.benchFrames.going = false;
  return { times, blank };
}

/** What animation frames tell: how many should have been, how many were left out, and the longest pause. */
export function framesOf(times) {
  const pauses = times.slice(1).map((time, at) => time - times[at]);
  const expected = pauses.reduce((sum, pause) => sum + Math.max(1, Math.round(pause / FRAME)), 0);
  return { expected, dropped: expected - pauses.length, longest: Math.max(0, ...pauses) };
}

/**
 * What the trace of the frame pipeline tells: frames that were to change something, those that never showed, those of them
 * that Chromium itself holds against smoothness, and frames that were drawn before all of their content was.
 */
export function pipelineOf(trace) {
  const frames = JSON.parse(trace).traceEvents
    .map(({ name, args }) => name === 'PipelineReporter' && (args?.frame_reporter ?? args?.chrome_frame_reporter))
    .filter((frame) => frame?.state && frame.state !== 'STATE_NO_UPDATE_DESIRED');
  const dropped = frames.filter(({ state }) => state === 'STATE_DROPPED');
  return {
    frames: frames.length,
    dropped: dropped.length,
    felt: dropped.filter((frame) => frame.affects_smoothness).length,
    unfinished: frames.filter((frame) => frame.has_missing_content).length,
  };
}

/**
 * Scrolls as with a wheel, down and then up again, `seconds` in all at `speed` pixels a second, and then by leaps along the
 * scroll bar. `scroller` is the selector of what scrolls, `row` of a row within it.
 *
 * Gives `wheel` and `leaps`, each with `expected`, `dropped` and `longest` (ms) of the animation frames and `blank`: frames
 * in which the middle of the grid showed no row. `wheel` also has `pipeline`: what `pipelineOf` gives.
 */
export async function measureScroll(page, { scroller, row, seconds = 10, speed = 4000 }) {
  const browser = page.context().browser();
  const debug = await page.context().newCDPSession(page);
  const box = await page.locator(scroller).boundingBox();
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const distance = (speed * seconds) / 2;
  const watched = async (act) => {
    await page.evaluate(watchFrames, { scroller, row });
    await act();
    const { times, blank } = await page.evaluate(framesSeen);
    return { ...framesOf(times), blank };
  };
  await browser.startTracing(page, { categories: ['cc', 'benchmark', 'disabled-by-default-devtools.timeline.frame'] });
  const wheel = await watched(async () => {
    for (const yDistance of [-distance, distance]) {
      await debug.send('Input.synthesizeScrollGesture', { ...at, yDistance, speed, gestureSourceType: 'mouse', preventFling: true });
    }
  });
  wheel.pipeline = pipelineOf((await browser.stopTracing()).toString());
  const leaps = await watched(() => page.locator(scroller).evaluate(async (element) => {
    const way = element.scrollHeight - element.clientHeight;
    for (let step = 0; step < 120; step += 1) {
      element.scrollTop = way * ((step * 37) % 100) / 100;
      await new Promise((done) => requestAnimationFrame(done));
    }
  }));
  await debug.detach();
  return { wheel, leaps };
}

/**
 * Milliseconds from setting the filter to the drawn answer. `input` is the filter's field, `text` goes into it, and `count`
 * is an element whose text changes with the answer (such as the number of rows). Runs `rounds` times, clearing in between.
 */
export async function measureFilter(page, { input, text, count, rounds = 5 }) {
  const once = (words) => page.evaluate(async ([field, value, changes]) => {
    const element = document.querySelector(field);
    const before = document.querySelector(changes).textContent;
    const answered = new Promise((done) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector(changes)?.textContent === before) return;
        observer.disconnect();
        // Two frames on, what changed has been drawn.
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const begun = performance.now();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(element, value);
    element.dispatchEvent(new Event('input', { bubbles: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
    return (await answered) - begun;
  }, [input, words, count]);
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(await once(text));
    await once('');
  }
  return times;
}

/** The figures as Markdown. */
export function gridTable({ scroll, filter }) {
  const share = (part, whole) => `${part} of ${whole} (${whole ? ((100 * part) / whole).toFixed(1) : '–'} %)`;
  const rows = Object.entries(scroll).map(([name, { expected, dropped, longest, blank }]) => (
    `| ${name} | ${share(dropped, expected)} | ${longest.toFixed(0)} ms | ${blank} |`));
  const { pipeline } = scroll.wheel;
  return [
    '| scrolling | frames left out by the page | longest pause | frames without a row |', '| --- | ---: | ---: | ---: |', ...rows, '',
    `Frames of the wheel that the browser's pipeline dropped: ${share(pipeline.dropped, pipeline.frames)}, ${pipeline.felt} of them felt; ${pipeline.unfinished} were shown unfinished.`,
    ...(filter ? ['', `A filter: ${filter.map((ms) => `${Math.round(ms)} ms`).join(', ')}, until drawn.`] : []),
  ].join('\n');
}

async function main() {
  const text = (value) => ({ type: 'string', default: value });
  const { values } = parseArgs({
    options: {
      url: text(), scroller: text('[role=grid]'), row: text('[role=row]'), file: text(), input: text('input[type=file]'),
      filter: text(), text: text('west'), count: text(), seconds: text('10'), speed: text('4000'),
    },
  });
  const { chromium } = createRequire(new URL('../../tests/e2e/', import.meta.url))('playwright-core');
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(values.url);
    if (values.file) await page.locator(values.input).setInputFiles(values.file);
    await page.locator(`${values.scroller} ${values.row}`).first().waitFor({ timeout: 300_000 });
    const scroll = await measureScroll(page, { scroller: values.scroller, row: values.row, seconds: Number(values.seconds), speed: Number(values.speed) });
    const filter = values.filter ? await measureFilter(page, { input: values.filter, text: values.text, count: values.count }) : undefined;
    console.log(gridTable({ scroll, filter }));
  } finally {
    await browser.close();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
