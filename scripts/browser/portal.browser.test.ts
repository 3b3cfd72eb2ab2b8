import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { sampleUpload } from '../../runtime/testing/scenario/sample-file.ts';
import { browserTest, type BrowserSession } from './session.ts';

// A resident's phone: signing in by code, an opinion with a photo, its progress, elder mode; a survey that jumps and is scored; and the staff who made it.
await browserTest('portal', async (session) => {
  const phone = await fileOpinion(session);
  await readLarge(session, phone);
  await answerSurvey(session);
  await designSurvey(session);
});

async function fits(page: Page): Promise<void> {
  const { scroll, width } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, width: window.innerWidth }));
  assert.ok(scroll <= width, `${page.url()} is ${scroll} px wide on a screen of ${width}`);
}

/** The form asks for a sign-in and comes back; a code is shown because this is a demo. */
async function fileOpinion(session: BrowserSession): Promise<Page> {
  const page = await session.visit('/portal/grid');
  await page.getByRole('link', { name: '社情民意' }).waitFor();
  await fits(page);
  await session.picture(page, 'home');
  await page.getByRole('link', { name: '社情民意' }).click();
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
  await page.getByLabel('手机号').fill('138');
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByText('请输入 11 位手机号').waitFor();
  await page.getByLabel('手机号').fill('13804750033');
  await page.getByRole('button', { name: '获取验证码' }).click();
  const note = await page.getByText(/演示环境不发短信/).textContent();
  await page.getByLabel('短信验证码').fill(/\d{6}/.exec(note ?? '')![0]);
  await session.picture(page, 'sign-in');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '社情民意收集表' }).waitFor();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('请填写标题').waitFor();
  await page.getByLabel('标题').fill('路灯损坏');
  await page.getByLabel('内容').fill('三号楼前路灯不亮，晚上老人出门不方便。');
  await page.getByLabel('所属网格').selectOption({ label: '明仁一网-02（KEQ-MR-01-02）' });
  await page.locator('input[type=file]').setInputFiles({ name: 'lamp.png', mimeType: 'image/png', buffer: picture() });
  await page.getByRole('button', { name: '删除照片 1' }).waitFor();
  await page.getByLabel('填写人姓名').fill('包玉兰');
  await fits(page);
  await session.picture(page, 'form');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('link', { name: '查看办理进度' }).click();
  await page.getByRole('heading', { level: 1, name: '路灯损坏' }).waitFor();
  await page.getByText('办理进度').waitFor();
  await page.getByText('待处理').first().waitFor();
  await fits(page);
  await session.picture(page, 'my-opinion');
  return page;
}

/** The bytes of a small real picture. */
function picture(): Buffer {
  const { bytes } = sampleUpload({ file: 'lamp.png' });
  return bytes.subarray(bytes.indexOf('\r\n\r\n') + 4, bytes.lastIndexOf('\r\n--'));
}

async function readLarge(session: BrowserSession, page: Page): Promise<void> {
  await page.getByRole('button', { name: '长者版' }).click();
  await page.getByRole('link', { name: '首页' }).click();
  await page.getByRole('link', { name: '事件上报' }).waitFor();
  await fits(page);
  const { height, size } = await page.getByRole('link', { name: '事件上报' }).evaluate((link) => ({ height: link.getBoundingClientRect().height, size: parseFloat(getComputedStyle(link).fontSize) }));
  assert.ok(height >= 60 && size >= 20, `an entry of the large print is ${height} px high, its type ${size} px`);
  await session.picture(page, 'elder-home');
  await page.reload();
  await page.getByRole('button', { name: '标准版' }).waitFor();
  await page.goto(`${session.address}/portal/grid/grids`);
  await page.getByRole('img', { name: /地图/ }).waitFor();
  await fits(page);
  await session.picture(page, 'elder-map');
}

/** Not smoking leaves out the question about cigarettes; the score shows at once. */
async function answerSurvey(session: BrowserSession): Promise<void> {
  const page = await session.visit('/portal/survey-collection/surveys');
  await page.getByRole('link', { name: /生活习惯小测/ }).click();
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.getByText('每天大约吸多少').waitFor();
  await page.getByRole('group', { name: /您吸烟吗/ }).getByLabel('不吸').check();
  await page.getByText('每天大约吸多少').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('此题必答').first().waitFor();
  await page.getByLabel('3 次及以上').check();
  for (const habit of ['少盐', '少油', '每天吃蔬菜水果']) await page.getByLabel(habit).check();
  await page.getByLabel('5', { exact: true }).check();
  await fits(page);
  await session.picture(page, 'survey');
  await page.reload();
  await page.getByText('已为您保留上次未提交的答案').waitFor();
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('100 / 100').waitFor();
  await page.getByText('健康习惯良好').waitFor();
  await session.picture(page, 'score');
}

async function designSurvey(session: BrowserSession): Promise<void> {
  const page = await session.signIn('survey-manager');
  await page.goto(`${session.address}/apps/survey-collection/lists/survey-project`);
  await page.getByRole('link', { name: /托育服务意向登记/ }).or(page.getByRole('row', { name: /托育服务意向登记/ }).getByRole('link')).first().click();
  await page.getByRole('link', { name: '设计题目' }).click();
  await page.getByRole('button', { name: '多选', exact: true }).click();
  await page.getByLabel('第 2 题题目').fill('您希望的托育时间');
  await page.getByRole('button', { name: '段落说明', exact: true }).click();
  await page.getByRole('button', { name: '添加跳转' }).first().click();
  await session.picture(page, 'builder');
  await page.getByRole('button', { name: '保存题目' }).click();
  await page.getByText('题目已保存').first().waitFor();
  await page.getByRole('button', { name: '预览' }).click();
  await session.picture(page, 'preview');
  await page.goto(`${session.address}/apps/survey-collection/lists/survey-project`);
  await page.getByRole('row', { name: /基层就医体验调查/ }).getByRole('link').first().click();
  await page.getByRole('button', { name: '公开链接' }).click();
  await page.getByRole('dialog').getByRole('img').waitFor();
  await session.picture(page, 'public-link');
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
  await page.getByRole('link', { name: '统计' }).click();
  await page.getByText('25.0%').first().waitFor();
  await session.picture(page, 'statistics');
}
