import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { boot } from '../../runtime/server/boot.ts';
import { startTestDatabase } from '../../runtime/testing/index.ts';
import { buildClient } from '../build.ts';
import { projectRoot } from '../checks/project-files.ts';
import { findChromium } from './find-chromium.ts';

const password = 'tamga-demo-2026';

/** The real product with its demo in a real browser. */
export interface BrowserSession {
  address: string;
  /** A browser of one person's own, at the sign-in page. */
  signIn: (username: string, size?: { width: number; height: number }) => Promise<Page>;
  /** A phone of somebody who is not signed in, at an address. */
  visit: (path: string, size?: { width: number; height: number }) => Promise<Page>;
  /** Keeps a picture as test output. */
  picture: (page: Page, name: string) => Promise<void>;
  /** Errors that pages logged; a test ends by asking for none. */
  errors: string[];
  /** Pictures of all open pages, for a test that failed. */
  pictureAll: () => Promise<void>;
  close: () => Promise<void>;
}

/** Starts server, demo and browser; `name` is the folder of the pictures below `test-output/`. */
export async function openBrowser(name: string): Promise<BrowserSession> {
  await buildClient();
  const home = await mkdtemp(join(tmpdir(), 'tamga-browser-'));
  const database = await startTestDatabase();
  const server = await boot({ databaseUrl: database.url, root: projectRoot, home, demo: true, client: join(projectRoot, 'dist', 'client') });
  const address = await server.app.listen({ host: '127.0.0.1', port: 0 });
  const browser: Browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  const pictures = join(projectRoot, 'test-output', name);
  mkdirSync(pictures, { recursive: true });
  const errors: string[] = [];
  const contexts: BrowserContext[] = [];
  let count = 0;
  const open = async (who: string, size: { width: number; height: number }): Promise<Page> => {
    const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => errors.push(`${who}: ${error.message}`));
    // A refused request is logged by the browser too; the pages show it, and the tests look at the pages.
    page.on('console', (message) => { if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(`${who}: ${message.text()}`); });
    return page;
  };
  return {
    address, errors,
    visit: async (path, size = { width: 375, height: 812 }) => {
      const page = await open('visitor', size);
      await page.goto(address + path);
      return page;
    },
    signIn: async (username, size = { width: 1366, height: 768 }) => {
      const page = await open(username, size);
      await page.goto(address);
      await page.getByLabel('用户名').fill(username);
      await page.getByLabel('密码', { exact: true }).fill(password);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1 }).filter({ hasText: '您好' }).waitFor();
      return page;
    },
    picture: async (page, title) => {
      count += 1;
      await page.screenshot({ path: join(pictures, `${String(count).padStart(2, '0')}-${title}.png`) });
    },
    pictureAll: async () => {
      const pages = contexts.flatMap((context) => context.pages());
      for (const [i, page] of pages.entries()) await page.screenshot({ path: join(pictures, `failed-${i}.png`) }).catch(() => undefined);
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await browser.close();
      await server.close();
      await database.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Runs a browser test and ends the process with its outcome. */
export async function browserTest(name: string, test: (session: BrowserSession) => Promise<void>): Promise<void> {
  const session = await openBrowser(name);
  let failed: unknown;
  try {
    await test(session);
    if (session.errors.length > 0) throw new Error(`The pages logged errors:\n${session.errors.join('\n')}`);
    console.log(`${name}: passed`);
  } catch (error) {
    failed = error;
    console.error(error);
    await session.pictureAll();
  }
  await session.close();
  process.exit(failed === undefined ? 0 : 1);
}
