import { strict as assert } from 'node:assert';
import { browserTest } from './session.ts';

// Figures of the city as people see them: a map whose county opens its towns, the list behind a figure, and a wall screen without scrolling.
await browserTest('overview', async (session) => {
  const page = await session.signIn('overview-city');
  await page.goto(`${session.address}/apps/overview/dashboards/overview`);
  const map = page.getByRole('region', { name: '各旗县门急诊人次' });
  await map.scrollIntoViewIfNeeded();
  await map.locator('svg text').filter({ hasText: '开鲁县' }).first().waitFor();
  await map.getByText('查看数据').click();
  await map.getByRole('button', { name: '开鲁县', exact: true }).click();
  const within = map.getByRole('region', { name: '开鲁县' });
  await within.getByRole('row').nth(1).waitFor();
  await session.picture(page, 'map');

  const figure = within.getByRole('button').filter({ hasText: '人次' }).first();
  await figure.click();
  await page.waitForURL(/\/lists\/overview-value/);
  await page.getByRole('cell', { name: '门急诊人次' }).first().waitFor();
  await session.picture(page, 'drilled');

  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${session.address}/screens/overview/cockpit`);
  await page.getByRole('region', { name: '机构数' }).waitFor();
  await page.locator('.map-card svg text').filter({ hasText: '奈曼旗' }).first().waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth), false);
  await session.picture(page, 'cockpit');
  await page.getByRole('button', { name: '公卫与妇幼' }).click();
  await page.getByRole('region', { name: '活产数' }).waitFor();
});
