// Takes the picture of the README from the built site, on the day every test lives in:
//
//   node scripts/screenshot.mjs [--dist dist]
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { serveSite } from './static-server.mjs';

const { chromium } = createRequire(new URL('../tests/e2e/', import.meta.url))('playwright-core');
const { values } = parseArgs({ options: { dist: { type: 'string', default: 'dist' } } });
const INVOICES = 'accounts/5d0e0f3a-41c7-4f0b-8b9c-2f6f7c1d9a10%3A7b6c1f44-90de-4c3a-a1d8-3e5b9f2a6c01_2019-05-31/invoices';

const site = await serveSite({ dist: values.dist, fallback: 'index' });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' });
await page.clock.setFixedTime(new Date('2026-11-21T10:00:00Z'));
await page.goto(site.address + INVOICES);
await page.getByRole('table', { name: 'Invoices' }).getByRole('link').first().waitFor();
await writeFile(new URL('screenshot.png', import.meta.url), await page.screenshot());
await browser.close();
await site.close();
