import type { Page } from 'playwright-core';

export interface Copied {
  readonly text?: string;
  readonly html?: string;
  /** A small PNG beside it. */
  readonly picture?: boolean;
}

/** Puts things into the real clipboard, as another program would. */
export async function copies(page: Page, copied: Copied): Promise<void> {
  await page.evaluate(async ({ text, html, picture }) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 24;
    const drawn = new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve);
    });
    const png = picture ? await drawn : null;
    const parts = {
      ...(text !== undefined && { 'text/plain': new Blob([text], { type: 'text/plain' }) }),
      ...(html !== undefined && { 'text/html': new Blob([html], { type: 'text/html' }) }),
      ...(png && { 'image/png': png }),
    };
    await navigator.clipboard.write([new ClipboardItem(parts)]);
  }, copied);
}

/** Copies and pastes with the keyboard, so that the browser itself tells of it. */
export async function pastes(page: Page, copied: Copied): Promise<void> {
  await copies(page, copied);
  await page.keyboard.press('ControlOrMeta+V');
}
