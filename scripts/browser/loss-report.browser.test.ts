import { deflateSync } from 'node:zlib';
import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { browserTest, type BrowserSession } from './session.ts';
import { appears, choose, confirmIfAsked, done } from './steps.ts';

// The loss report from draft to disposal, by keyboard and mouse only, as three people see it.
await browserTest('loss-report', async (session) => {
  const clerk = await session.signIn('kailu-clerk');
  const number = await report(session, clerk);
  await submit(session, clerk);

  const reviewer = await session.signIn('kailu-reviewer');
  await decide(session, reviewer, number, '退回', '照片缺日期');

  await resubmit(session, clerk, number);
  await decide(session, reviewer, number, '通过', '同意报损');
  await dispose(session, number);
  await lookBack(session, clerk, number);
});

/** Fills in and saves a new report; too much is refused at the field. */
async function report(session: BrowserSession, page: Page): Promise<string> {
  await page.getByRole('link', { name: '报损单', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: '报损单' }).waitFor();
  await page.getByRole('cell', { name: /BS\d+/ }).first().waitFor();
  await session.picture(page, 'list');
  await page.getByRole('link', { name: '新建' }).or(page.getByRole('button', { name: '新建' })).first().click();
  await page.getByRole('heading', { level: 1, name: '新建报损单' }).waitFor();
  await choose(page, '仓库', '开鲁县疾控库');
  await choose(page, '批次', '20240601');
  await page.getByLabel('报损数量').fill('600');
  await choose(page, '报损原因', '过期');
  await page.getByRole('button', { name: '保存' }).press('Enter');
  await page.getByText('报损数量超过该批次的可用数量').first().waitFor();
  await session.picture(page, 'refused');
  await page.getByLabel('报损数量').fill('50');
  await page.getByRole('button', { name: '保存' }).click();
  const title = page.getByRole('heading', { level: 1, name: /^BS\d{8}-\d{4}/ });
  await title.waitFor();
  return /BS\d{8}-\d{4}/.exec(await title.innerText())![0];
}

async function submit(session: BrowserSession, page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await confirmIfAsked(page);
  await page.getByText('待审核').first().waitFor();
  await session.picture(page, 'submitted');
}

/** Opens the task from the list by keyboard and decides it. */
async function decide(session: BrowserSession, page: Page, number: string, outcome: string, opinion: string): Promise<void> {
  await openTask(page, number);
  await session.picture(page, `task-${outcome}`);
  if (outcome === '退回') {
    await page.getByRole('button', { name: outcome, exact: true }).click();
    await confirmIfAsked(page);
    await page.getByText('请填写意见').first().waitFor();
  }
  await page.getByLabel('意见', { exact: true }).fill(opinion);
  const button = page.getByRole('button', { name: outcome, exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await confirmIfAsked(page);
  await done(page);
}

/** The applicant finds the returned report among the tasks, adds a photograph and sends it again. */
async function resubmit(session: BrowserSession, page: Page, number: string): Promise<void> {
  await openTask(page, number);
  await page.getByText('照片缺日期').first().waitFor();
  await page.locator('input[type=file]').setInputFiles({ name: '报损照片.png', mimeType: 'image/png', buffer: picture() });
  await page.getByRole('img', { name: /报损照片/ }).or(page.getByRole('link', { name: /报损照片/ })).first().waitFor();
  assert.equal(await page.getByText('类型不符').count(), 0);
  await session.picture(page, 'revise');
  await page.getByRole('button', { name: '重新提交', exact: true }).click();
  await confirmIfAsked(page);
  await done(page);
}

async function dispose(session: BrowserSession, number: string): Promise<void> {
  const keeper = await session.signIn('kailu-keeper');
  await openTask(keeper, number);
  await choose(keeper, '处置方式', '销毁');
  await session.picture(keeper, 'dispose');
  await keeper.getByRole('button', { name: '确认处置', exact: true }).click();
  await confirmIfAsked(keeper);
  await done(keeper);
}

/** The record tells the whole story, and stock has fallen. */
async function lookBack(session: BrowserSession, page: Page, number: string): Promise<void> {
  await page.goto(`${session.address}/apps/materials/lists/stock-loss-report`);
  await page.getByRole('link', { name: number }).click();
  await page.getByText('已处置').first().waitFor();
  await page.getByRole('img', { name: /报损照片/ }).or(page.getByRole('link', { name: /报损照片/ })).first().waitFor();
  await session.picture(page, 'record');
  await page.getByRole('tab', { name: '办理过程' }).click();
  for (const text of ['照片缺日期', '同意报损', '钱二', '孙三']) await page.getByText(text).first().waitFor();
  await page.locator('.djs-container').first().waitFor();
  await session.picture(page, 'finished');
  await page.goto(`${session.address}/apps/materials/lists/stock-balance`);
  const row = page.getByRole('row').filter({ hasText: '20240601' });
  await row.first().waitFor();
  assert.match((await row.first().innerText()).replaceAll(/\s+/g, ' '), /450/);
  await session.picture(page, 'stock');
}

/** From the task list: the tab that holds the task, then the task by its link. */
async function openTask(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: '待办中心' }).first().click();
  await page.getByRole('heading', { level: 1, name: '待办中心' }).waitFor();
  await page.getByRole('tab', { name: /待办/ }).first().waitFor();
  const link = page.getByRole('link', { name: new RegExp(number) }).first();
  if (!(await appears(link))) await page.getByRole('tab', { name: /可认领/ }).click();
  await link.waitFor();
  await link.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: new RegExp(number) }).waitFor();
  await page.locator('.djs-container').first().waitFor();
}

/** A real PNG of some pixels. */
function picture(): Buffer {
  const size = 64;
  const rows = Buffer.concat(Array.from({ length: size }, (_, y) => Buffer.concat([Buffer.of(0), ...Array.from({ length: size }, (_, x) => Buffer.of(x * 4, y * 4, 160))])));
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.of(137, 80, 78, 71, 13, 10, 26, 10), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function crc(data: Buffer): number {
  let value = ~0;
  for (const byte of data) {
    value ^= byte;
    for (let k = 0; k < 8; k++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}
