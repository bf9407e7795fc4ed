/** Forms and messages that fit in the window, however narrow it is. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** How high the windows are, whatever their width. */
export const HEIGHT = 780;

/** What stands out of the window at its right, or can be scrolled sideways. */
export const tooWide = (page: Page): Promise<unknown> =>
  page.evaluate(`[...document.querySelectorAll('body *')].filter((element) => {
    const { right, width } = element.getBoundingClientRect();
    const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX);
    return width > 0 && ((scrolls && element.scrollWidth > element.clientWidth + 1) || right > innerWidth + 1);
  }).map((element) => element.outerHTML.slice(0, 80))`);

export const form = (page: Page, name: string): Locator => page.getByRole('dialog', { name });

/** Presses the button that submits a form, which has to be on the screen, and closes what comes of it. */
export async function submitForm(
  page: Page,
  name: string,
  button: string,
  answer: string | RegExp,
): Promise<void> {
  expect(await tooWide(page)).toEqual([]);
  const submit = form(page, name).getByRole('button', { name: button });
  const { x = 0, y = 0, width = 0, height = 0 } = (await submit.boundingBox()) ?? {};
  expect(x + width, `${button} is on the screen`).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  expect(y + height, `${button} is on the screen`).toBeLessThanOrEqual(HEIGHT);
  await submit.click();
  const shown = page.getByRole('dialog');
  await expect.poll(() => shown.textContent()).toMatch(answer);
  expect(await tooWide(page), `what comes of ${name}`).toEqual([]);
  await shown.getByRole('button', { name: 'Close' }).first().click();
  await expect.poll(() => shown.isVisible()).toBe(false);
}
