// What runs in the page: one measurement at a time, when scripts/bench-export.mjs asks for it. Nothing is kept from one to
// the next but what a stage has in hand.
import { check } from './check.mjs';
import { hasEngine, openEngine } from './engine.mjs';
import { bytePages, parsedPages } from './pages.mjs';
import { PEERS } from './peers.mjs';
import { WAYS, wrongGroups } from './sums.mjs';

const ENGINE = 'Factuur';
const FETCH = 'bare fetch';
const DISTINCT = 100;

let engine;
let hand = {};

/** What there is to measure, whether the engine is there, and whether it can group. */
async function roster() {
  const present = await hasEngine();
  const groups = present && Boolean((await theEngine()).groupSums);
  return { engine: present, groups, peers: Object.keys(PEERS), ways: Object.keys(WAYS) };
}

const theEngine = async () => (engine ??= await openEngine());

/** Fetch to Blob. The bare fetch gives no Blob, only how many bytes came. */
async function fetched(peer, size) {
  if (peer === ENGINE) return (await theEngine()).exportFromUrl(size);
  if (peer === FETCH) {
    let bytes = 0;
    for await (const page of bytePages(size)) bytes += page.byteLength;
    return { size: bytes };
  }
  const writer = PEERS[peer]();
  for await (const { value } of parsedPages(size)) writer.add(value);
  return writer.blob();
}

/** Takes the parsed rows in hand that stage b begins with. A list longer than its distinct pages is those again and again. */
async function takeInHand(size) {
  hand = { size, pages: Math.ceil(size / 1000), parsed: [] };
  for await (const { value } of parsedPages(Math.min(size, DISTINCT * 1000))) hand.parsed.push(value);
}

/** The bytes of all pages, for the engine to take. */
async function bytesInHand(size) {
  const pages = [];
  for await (const page of bytePages(size)) pages.push(page);
  return pages;
}

/** Rows in hand to Blob: parsed rows for JavaScript, bytes of pages for the engine, which parses in that time too. */
async function written(peer, size) {
  if (peer === ENGINE) return (await theEngine()).exportFromBytes(hand.bytes, size);
  const writer = PEERS[peer]();
  for (let at = 0; at < hand.pages; at += 1) writer.add(hand.parsed[at % hand.parsed.length]);
  return writer.blob();
}

/** What comes before a measurement and does not count: the worker, the bytes it is to be given, an empty heap. */
async function prepare(stage, peer, size) {
  if (peer === ENGINE) await theEngine();
  if (stage === 'b' && peer === ENGINE) hand.bytes = await bytesInHand(size);
  globalThis.gc?.();
}

/** One measurement. `ms` until the Blob is there, `settled` until its last byte can be read; `size` in bytes. */
async function run(stage, peer, size) {
  const before = performance.now();
  const blob = stage === 'c' ? await fetched(peer, size) : await written(peer, size);
  const ms = performance.now() - before;
  if (blob instanceof Blob) await blob.slice(blob.size - 1).arrayBuffer();
  return { ms, settled: performance.now() - before, size: blob.size };
}

/** Reads a peer's file of `size` rows back. */
async function checked(peer, size) {
  return check(await fetched(peer, size), size);
}

/** One pass of sums by group over what is in hand. */
async function sum(way) {
  const records = hand.flat ??= hand.parsed.flat();
  if (way === ENGINE && !hand.opened) {
    await (await theEngine()).open(await fetched(ENGINE, hand.size));
    hand.opened = true;
  }
  globalThis.gc?.();
  const before = performance.now();
  const sums = way === ENGINE ? await engine.groupSums() : WAYS[way](records);
  return { ms: performance.now() - before, ...wrongGroups(records, sums) };
}

/** How long the engine's worker took to start, if it was. */
const started = () => engine?.started;

globalThis.bench = { roster, takeInHand, prepare, run, checked, sum, started };
