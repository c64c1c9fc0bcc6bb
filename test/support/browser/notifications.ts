import type { Page } from 'playwright-core';
import type { Visitor } from './visitor.js';

/** A notification as a page had the browser show it. */
export interface Shown {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
}

interface Recorder {
  shown: (Shown & { readonly notification: EventTarget })[];
  asked: number;
  sounds: number;
}

/**
 * Writes down what the pages of a visitor have the browser show and play, from the next page on. A browser without a screen denies notifications to everybody, so `Notification` alone is
 * replaced here, by what would stand on the screen; the sound is the browser's own. `answer` is what somebody says to the browser's question.
 */
export async function recordsNotifications(
  { context }: Visitor,
  allowed: { readonly before: NotificationPermission; readonly answer: NotificationPermission },
): Promise<void> {
  await context.addInitScript(({ before, answer }) => {
    const recorder: Recorder = { shown: [], asked: 0, sounds: 0 };
    const remove = (notification: EventTarget): void => {
      recorder.shown = recorder.shown.filter((each) => each.notification !== notification);
    };
    class Recorded extends EventTarget {
      static permission = before;

      constructor(title: string, { body = '', tag = '' }: NotificationOptions = {}) {
        super();
        recorder.shown = recorder.shown.filter((each) => each.tag !== tag);
        recorder.shown.push({ title, body, tag, notification: this });
      }

      static requestPermission(): Promise<NotificationPermission> {
        recorder.asked += 1;
        Recorded.permission = answer;
        return Promise.resolve(answer);
      }

      close(): void {
        remove(this);
      }
    }
    Object.assign(globalThis, { recorder, Notification: Recorded });
    const start = Reflect.get<OscillatorNode, 'start'>(OscillatorNode.prototype, 'start');
    let last = -1;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      // The tones of a sound begin together, or within a quarter of a second.
      if (when !== undefined && (last < 0 || when - last > 0.25)) recorder.sounds += 1;
      last = when ?? last;
      start.call(this, when);
    };
  }, allowed);
}

/** What stands on the screen of the device, of all tabs together. */
export async function shownOn({ context }: Visitor): Promise<Shown[]> {
  const each = await Promise.all(
    context.pages().map((page) =>
      page.evaluate(() =>
        (globalThis as unknown as { recorder: Recorder }).recorder.shown.map(({ title, body, tag }) => ({
          ...{ title, body, tag },
        })),
      ),
    ),
  );
  return each.flat();
}

/** How often the browser's own question was asked, and a sound was played, by all tabs together. */
export async function countedOn({ context }: Visitor): Promise<{ asked: number; sounds: number }> {
  const each = await Promise.all(
    context.pages().map((page) =>
      page.evaluate(() => {
        const { asked, sounds } = (globalThis as unknown as { recorder: Recorder }).recorder;
        return { asked, sounds };
      }),
    ),
  );
  return each.reduce((sum, { asked, sounds }) => ({ asked: sum.asked + asked, sounds: sum.sounds + sounds }), {
    ...{ asked: 0, sounds: 0 },
  });
}

export async function clicksNotification(page: Page, title: string): Promise<void> {
  await page.evaluate((wanted) => {
    const { shown } = (globalThis as unknown as { recorder: Recorder }).recorder;
    shown.find((each) => each.title === wanted)?.notification.dispatchEvent(new Event('click'));
  }, title);
}

/** Somebody turns to another window: the one of this page is put away, and the page has lost the focus. */
export async function looksAway(page: Page): Promise<void> {
  await setWindow(page, 'minimized');
  await page.waitForFunction(() => !document.hasFocus());
}

export async function looksAgain(page: Page): Promise<void> {
  await setWindow(page, 'normal');
  await page.bringToFront();
  await page.waitForFunction(() => document.hasFocus());
}

async function setWindow(page: Page, windowState: 'minimized' | 'normal'): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  // Otherwise each page believes that it has the focus.
  await devTools.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  const { windowId } = await devTools.send('Browser.getWindowForTarget');
  await devTools.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
}
