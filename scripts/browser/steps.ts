import type { Page } from 'playwright-core';

/** Picks an option by keyboard: type, wait, Enter. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true });
  if ((await box.evaluate((element) => element.tagName)) === 'SELECT') {
    await box.selectOption({ label: option });
    return;
  }
  await box.focus();
  await page.keyboard.type(option);
  await page.getByRole('option', { name: new RegExp(option) }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Answers a question with its main button, the last one. */
export async function confirmIfAsked(page: Page): Promise<void> {
  const main = page.getByRole('dialog').getByRole('button').filter({ hasNotText: '取消' }).last();
  if (await appears(main, 1_500)) await main.click();
}

/** Does it come into view within some time? */
export async function appears(what: ReturnType<Page['locator']>, timeout = 3_000): Promise<boolean> {
  return what.first().waitFor({ timeout }).then(() => true, () => false);
}

/** Waits until the page says that a task is done. */
export async function done(page: Page): Promise<void> {
  await page.getByText(/办理成功|已办理|已完成|办理完成/).first().waitFor();
}
