import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { browserTest, type BrowserSession } from './session.ts';
import { appears } from './steps.ts';

// A reviewer clears several reports by keyboard without leaving the list, hands one on, asks for a signature and sends one back.
await browserTest('approvals', async (session) => {
  const numbers = await reports(session, 6);
  const reviewer = await session.signIn('kailu-reviewer');
  await reviewer.goto(`${session.address}/tasks?box=claimable`);
  await reviewer.getByRole('link', { name: numbers[0]! }).waitFor();
  await session.picture(reviewer, 'list');
  await clearByKeyboard(session, reviewer, 2);
  await addSigner(session, reviewer);
  await handOn(session, reviewer);
  await batch(session, reviewer);
  await sendBack(session);
  await phone(session);
});

/** The clerk's reports, made and submitted without the browser. */
async function reports(session: BrowserSession, count: number): Promise<string[]> {
  const ask = async (path: string, body: unknown, token = ''): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${session.address}/api${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, body: JSON.stringify(body) });
    assert.ok(answer.ok, `${path}: ${answer.status}`);
    return await answer.json() as Record<string, unknown>;
  };
  const { token } = await ask('/session', { username: 'kailu-clerk', password: 'tamga-demo-2026' });
  const batches = await (await fetch(`${session.address}/api/records/materials/stock-batch?filter=${encodeURIComponent('{"no":"20240601"}')}`, { headers: { authorization: `Bearer ${String(token)}` } })).json() as { items: { id: string }[] };
  const numbers: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const report = await ask('/records/materials/stock-loss-report', { batch: batches.items[0]!.id, quantity: i + 1, reason: 'expired' }, String(token));
    await ask(`/records/materials/stock-loss-report/${String(report['id'])}/actions/submit`, {}, String(token));
    numbers.push(String(report['no']));
  }
  return numbers;
}

async function clearByKeyboard(session: BrowserSession, page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    await ready(page);
    const number = await shown(page);
    await page.locator('.inbox-right').getByRole('button', { name: '同意', exact: true }).click();
    await page.keyboard.press('Control+Enter');
    // The next one opens by itself.
    await page.getByRole('link', { name: number }).waitFor({ state: 'detached' });
    await ready(page);
    assert.notEqual(await shown(page), number);
  }
  const before = await shown(page);
  await page.locator('.inbox-right h2').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction((text) => document.querySelector('.inbox-right h2')?.textContent !== text && document.querySelector('.inbox-right .decision textarea') !== null, before);
  await session.picture(page, 'moved-down');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
}

async function addSigner(session: BrowserSession, page: Page): Promise<void> {
  await page.getByRole('group', { name: '更多操作' }).first().getByRole('button', { name: '加签' }).click();
  const dialog = page.getByRole('dialog', { name: '加签' });
  await dialog.getByRole('checkbox').first().check();
  await session.picture(page, 'add-signer');
  await dialog.getByRole('button', { name: '加签', exact: true }).click();
  await page.getByRole('heading', { name: '其他签署人' }).or(page.getByRole('tab', { name: /委托/ })).first().waitFor();
  await dialog.waitFor({ state: 'detached' });
}

/** Hands a task on: there is one more reviewer, or the dialog says that there is nobody. */
async function handOn(session: BrowserSession, page: Page): Promise<void> {
  await page.goto(`${session.address}/tasks?box=claimable`);
  await ready(page);
  await page.getByRole('group', { name: '更多操作' }).first().getByRole('button', { name: '转办' }).click();
  const dialog = page.getByRole('dialog', { name: '转办' });
  await dialog.getByText('没有可以选择的人员').or(dialog.getByRole('radio').first()).waitFor();
  await session.picture(page, 'transfer');
  if (await appears(dialog.getByRole('radio'), 500)) {
    await dialog.getByRole('radio').first().check();
    await dialog.getByRole('button', { name: '转办', exact: true }).click();
  } else await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

async function batch(session: BrowserSession, page: Page): Promise<void> {
  await page.goto(`${session.address}/tasks?box=claimable`);
  await ready(page);
  await page.locator('.inbox-list input[type=checkbox]').first().check();
  await page.getByRole('button', { name: '批量办理' }).click();
  await page.getByRole('radio', { name: '通过' }).check();
  await session.picture(page, 'batch');
  await page.getByRole('button', { name: /^办理 \d+ 件/ }).click();
  await page.getByText('已办理').first().waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
}

/** The keeper returns a report to the reviewer, out of the list of safe steps. */
async function sendBack(session: BrowserSession): Promise<void> {
  const keeper = await session.signIn('kailu-keeper');
  await keeper.goto(`${session.address}/tasks?box=claimable`);
  await keeper.locator('.inbox-right').waitFor();
  await keeper.getByRole('group', { name: '更多操作' }).first().getByRole('button', { name: '退回' }).click();
  const dialog = keeper.getByRole('dialog', { name: '退回' });
  await dialog.getByRole('radio', { name: '审核' }).check();
  await dialog.getByLabel('退回原因').fill('数量与实物不符');
  await session.picture(keeper, 'return');
  await dialog.getByRole('button', { name: '退回', exact: true }).click();
  await keeper.getByText('已退回到“审核”').first().waitFor();
}

/** On a phone the list leads to a page of its own; first comes why the task is back. */
async function phone(session: BrowserSession): Promise<void> {
  const page = await session.signIn('kailu-reviewer', { width: 360, height: 740 });
  await page.goto(`${session.address}/tasks`);
  await page.locator('.inbox-list a').first().waitFor();
  await session.picture(page, 'phone-list');
  await page.goto(`${session.address}/tasks?box=todo`);
  await page.locator('.inbox-list a').first().click();
  await page.locator('.task-panel').waitFor();
  await session.picture(page, 'phone-task');
  const wide = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1 && element.closest('.table-scroll, .djs-container, .lines') === null).map((element) => `${element.tagName}.${element.className}`).slice(0, 5));
  assert.deepEqual(wide, [], 'nothing is wider than the phone');
}

async function shown(page: Page): Promise<string> {
  return (await page.locator('.inbox-right h2').first().innerText()).trim();
}

/** The preview is there with its decision. */
async function ready(page: Page): Promise<void> {
  await page.locator('.inbox-right .decision textarea').waitFor();
}
