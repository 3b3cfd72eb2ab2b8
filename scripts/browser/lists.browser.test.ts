import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { browserTest, type BrowserSession } from './session.ts';
import { choose } from './steps.ts';

// What people do with lists besides reading them: filter, keep views and columns, change cells and many rows, move cards, search everywhere.
await browserTest('lists', async (session) => {
  const page = await session.signIn('settings-admin');
  await filterAndKeep(session, page);
  await chooseColumns(session, page);
  await changeInPlace(session, page);
  await changeMany(session, page);
  await searchEverywhere(session, page);
  await moveOnBoard(session);
});

/** A condition made in the builder stands in the address and as a chip, and is kept as a view. */
async function filterAndKeep(session: BrowserSession, page: Page): Promise<void> {
  await page.goto(`${session.address}/apps/materials/lists/material`);
  await page.getByRole('button', { name: '高级筛选' }).click();
  await choose(page, '第 1 个条件的字段', '物资名称');
  await page.getByLabel('第 1 个条件的值').fill('口罩');
  await session.picture(page, 'filter-builder');
  await page.getByRole('dialog').getByRole('button', { name: '应用筛选' }).click();
  await page.getByRole('button', { name: '去掉条件：物资名称 包含 口罩' }).waitFor();
  assert.match(page.url(), /[?&]q=/);
  await page.getByRole('button', { name: '视图', exact: true }).click();
  await page.getByRole('button', { name: '另存为视图' }).click();
  await page.getByLabel('名称', { exact: true }).fill('只看口罩');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '只看口罩', exact: true }).waitFor();
  await session.picture(page, 'view-saved');
  await page.getByRole('button', { name: '去掉条件：物资名称 包含 口罩' }).click();
  await page.goto(`${session.address}/apps/materials/lists/material`);
  await page.getByRole('button', { name: '视图', exact: true }).click();
  await page.locator('.views-popup').getByRole('button', { name: '只看口罩', exact: true }).click();
  await page.getByRole('button', { name: '去掉条件：物资名称 包含 口罩' }).waitFor();
  assert.match(page.url(), /[?&]view=/);
  await page.getByRole('button', { name: '清除筛选' }).click();
}

async function chooseColumns(session: BrowserSession, page: Page): Promise<void> {
  await page.goto(`${session.address}/apps/materials/lists/material`);
  await page.getByRole('columnheader', { name: '计量单位' }).waitFor();
  await page.getByRole('button', { name: '列设置' }).click();
  await page.getByRole('dialog').getByRole('checkbox', { name: '计量单位' }).uncheck();
  await page.getByRole('button', { name: '上移“物资名称”' }).click();
  await session.picture(page, 'columns');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByRole('columnheader', { name: '计量单位' }).waitFor({ state: 'detached' });
  assert.match((await page.getByRole('columnheader').nth(1).textContent()) ?? '', /名称/);
}

async function changeInPlace(session: BrowserSession, page: Page): Promise<void> {
  await page.goto(`${session.address}/apps/materials/lists/material`);
  const cell = page.getByRole('row').nth(1).getByRole('button', { name: '修改品牌' });
  await cell.focus();
  await page.keyboard.press('Enter');
  await page.locator('.cell-editing').getByRole('textbox', { name: '品牌' }).fill('新品牌');
  await session.picture(page, 'cell');
  await page.keyboard.press('Enter');
  await page.getByRole('row').nth(1).getByText('新品牌').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已撤销对品牌的修改').waitFor();
  await page.getByRole('row').nth(1).getByText('新品牌').waitFor({ state: 'detached' });
}

async function changeMany(session: BrowserSession, page: Page): Promise<void> {
  const boxes = page.getByRole('checkbox', { name: /^选择“/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByText('已选 2 条').waitFor();
  await session.picture(page, 'bulk');
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
  // Materials that are in use stay, each with its reason.
  await page.getByRole('dialog').getByText(/完成 0 条，未完成 2 条/).waitFor();
  await session.picture(page, 'bulk-refused');
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
  await page.getByRole('button', { name: '批量修改' }).click();
  await page.getByRole('dialog').getByLabel('要修改的字段').selectOption({ label: '品牌' });
  await page.getByRole('dialog').getByLabel('改为').fill('统一品牌');
  await page.getByRole('button', { name: '修改 2 条' }).click();
  await page.getByText('批量修改').or(page.getByText('全部完成')).first().waitFor();
  await page.getByRole('cell', { name: '统一品牌' }).nth(1).waitFor();
}

async function searchEverywhere(session: BrowserSession, page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '全局搜索' }).fill('kz');
  await page.locator('mark', { hasText: '口罩' }).first().waitFor();
  await session.picture(page, 'search');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /口罩/ }).waitFor();
}

async function moveOnBoard(session: BrowserSession): Promise<void> {
  const page = await session.signIn('grid-admin');
  await page.goto(`${session.address}/apps/grid/lists/grid-worker?look=board`);
  const columns = page.locator('.board-column');
  await columns.first().getByRole('listitem').first().waitFor();
  await session.picture(page, 'board');
  const name = (await columns.first().getByRole('link').first().textContent()) ?? '';
  await columns.first().getByRole('link').first().focus();
  await page.keyboard.press('Alt+ArrowRight');
  await columns.nth(1).getByRole('link', { name }).waitFor();
  await page.goto(`${session.address}/apps/grid/lists/grid`);
  await page.getByRole('treegrid').getByRole('row', { expanded: true }).first().waitFor();
  await session.picture(page, 'tree');
}
