import { strict as assert } from 'node:assert';
import { browserTest, type BrowserSession } from './session.ts';
import { choose, confirmIfAsked, done } from './steps.ts';

// Stock as people see it: an issue refused as a whole, an export, alerts, and a transfer that waits on a reviewer's phone.
await browserTest('stock', async (session) => {
  await refuseIssue(session);
  await exportMovements(session);
  await seeAlerts(session);
  await transferOnPhone(session);
});

/** An issue whose second line exceeds the stock says so by its number, and stays a draft. */
async function refuseIssue(session: BrowserSession): Promise<void> {
  const page = await session.signIn('kailu-clerk');
  await page.goto(`${session.address}/apps/materials/records/stock-out-order/new`);
  await choose(page, '仓库', '开鲁县疾控库');
  await choose(page, '物资，第 1 行', 'N95');
  await page.getByLabel('数量，第 1 行', { exact: true }).fill('10');
  await page.getByRole('button', { name: '添加一行' }).click();
  await choose(page, '物资，第 2 行', '免洗手消毒凝胶');
  await page.getByLabel('数量，第 2 行', { exact: true }).fill('999');
  await session.picture(page, 'issue');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { level: 1, name: /^CK\d{8}-\d{4}/ }).waitFor();
  await page.getByRole('button', { name: '过账', exact: true }).click();
  await confirmIfAsked(page);
  await page.getByText(/第2行.*999/).first().waitFor();
  await session.picture(page, 'issue-refused');
  await page.getByRole('button', { name: '关闭' }).last().click();
  await page.getByText('草稿').first().waitFor();
}

async function exportMovements(session: BrowserSession): Promise<void> {
  const page = await session.signIn('kailu-clerk');
  await page.goto(`${session.address}/apps/materials/lists/stock-movement`);
  await page.getByRole('button', { name: '导出' }).click();
  await session.picture(page, 'export-columns');
  await page.getByRole('dialog').getByRole('button', { name: '开始导出' }).click();
  const link = page.getByRole('dialog').getByRole('link', { name: '下载' }).or(page.getByRole('dialog').getByRole('button', { name: '下载' }));
  const [download] = await Promise.all([page.waitForEvent('download'), link.first().click()]);
  assert.match(download.suggestedFilename(), /出入库明细.*\.xlsx$/);
}

async function seeAlerts(session: BrowserSession): Promise<void> {
  const page = await session.signIn('kailu-admin');
  await page.goto(`${session.address}/apps/materials/lists/low-stock-alert`);
  await page.getByRole('row').filter({ hasText: '预警中' }).first().waitFor();
  await session.picture(page, 'low-stock');
  await page.goto(`${session.address}/messages`);
  await page.getByText(/低库存预警：/).first().waitFor();
  await session.picture(page, 'messages');
}

/** The reviewer finds the transfer among what may be taken; a rejection needs a reason. */
async function transferOnPhone(session: BrowserSession): Promise<void> {
  const applicant = await session.signIn('city-admin');
  await applicant.goto(`${session.address}/apps/materials/lists/stock-transfer`);
  await applicant.getByRole('link', { name: /^DB/ }).first().click();
  await applicant.getByRole('button', { name: '提交', exact: true }).click();
  await confirmIfAsked(applicant);
  await applicant.getByText('待调出方审核').first().waitFor();
  const reviewer = await session.signIn('city-reviewer', { width: 390, height: 844 });
  await reviewer.goto(`${session.address}/tasks`);
  await reviewer.getByRole('link', { name: /^DB/ }).first().click();
  await reviewer.getByRole('button', { name: '拒绝', exact: true }).click();
  await reviewer.getByText(/请填写意见/).first().waitFor();
  await session.picture(reviewer, 'phone-task');
  const { scroll, width } = await reviewer.evaluate(() => ({ scroll: document.documentElement.scrollWidth, width: window.innerWidth }));
  assert.ok(scroll <= width, `the task page is ${scroll} px wide on a screen of ${width}`);
  await reviewer.getByLabel('意见', { exact: true }).fill('数量偏大');
  await reviewer.getByRole('button', { name: '拒绝', exact: true }).click();
  await confirmIfAsked(reviewer);
  await done(reviewer);
  await applicant.reload();
  await applicant.getByText('已拒绝').first().waitFor();
}
