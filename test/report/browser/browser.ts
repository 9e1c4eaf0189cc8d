/** Opens pages in the browser of the system, which the tests never download. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { PageData } from '../../../src/report/data/page-data.js';
import { writePage } from '../../../src/report/write-page.js';

const program = '/usr/bin/chromium';

/** Whether tests in a browser are skipped: there is none, and nobody wants all programs. */
export const lacksBrowser =
  !existsSync(program) && process.env['PARALIGN_ALL_PROGRAMS'] === undefined;

/** A page in the browser, with what went wrong. */
export interface OpenedPage {
  readonly page: Page;
  /** Everything that the page asked for besides itself. */
  readonly requests: readonly string[];
  /** Errors, and messages of the policy among them. */
  readonly errors: readonly string[];
}

/** How a page is opened. */
export interface OpenOptions extends BrowserContextOptions {
  /** After the file's name: `#row-12`. */
  readonly hash?: string;
}

/** Starts a browser for the tests of a file; returns how to open pages in it. */
export function useBrowser(): (data: PageData, options?: OpenOptions) => Promise<OpenedPage> {
  let browser: Browser | undefined;
  let folder = '';
  beforeAll(async () => {
    if (lacksBrowser) return;
    folder = mkdtempSync(join(tmpdir(), 'paralign-page-'));
    browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    if (folder !== '') rmSync(folder, { recursive: true });
  });
  return async (data, { hash = '', ...options } = {}) => {
    if (!browser) throw new Error('no browser');
    const path = join(folder, `${data.alignment}.html`);
    writeFileSync(path, [...writePage(data)].join(''));
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    const requests: string[] = [];
    const errors: string[] = [];
    const own = pathToFileURL(path).href;
    page.on('request', (request) => {
      const url = request.url().replace(/#.*/, '');
      if (url !== own && !url.startsWith('blob:')) requests.push(url);
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(own + hash);
    if (options.javaScriptEnabled !== false) await page.waitForSelector('html.ready');
    return { page, requests, errors };
  };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The barriers that axe finds: rule and places, one a line. */
export async function barriers(page: Page): Promise<string> {
  await page.evaluate(`${axe};0`);
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html, any }) => html.slice(0, 150) + ' ' + any.map(({ message }) => message).join(' ')).join(' | ')).join('\\n'))`,
  );
  return String(found);
}
