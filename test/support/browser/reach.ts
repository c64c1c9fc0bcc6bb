import { expect } from 'vitest';
import type { Page } from 'playwright-core';

/** WCAG 2.2 asks for so many pixels in both directions; a link in a line of text is excepted. */
const MIN_TARGET = 24;

/** What is meant to be scrolled sideways by a finger: code and tables that people have written. */
const SIDEWAYS = 'pre, .prose table, .prose .table';

/**
 * Expects that a finger gets at everything: each control can be brought into the window by scrolling what a finger can scroll, nothing
 * lies over it, it is large enough to be hit, and nothing moves sideways that is not meant to.
 */
export async function expectWithinReach(page: Page, name: string, within = 'body'): Promise<void> {
  const { faults, controls } = await look(page, within);
  expect(faults, name).toEqual([]);
  // A page on which nothing was found to be looked at has not been looked at.
  expect(controls, name).toBeGreaterThan(0);
}

/** What is out of reach, in words. */
export async function look(page: Page, within = 'body'): Promise<{ faults: string[]; controls: number }> {
  // What opens may have to be loaded first. It need not have a size of its own: what lies over the page lies outside of its element.
  await page.locator(within).first().waitFor({ state: 'attached' });
  await settled(page);
  return page.evaluate(outOfReach, { within, sideways: SIDEWAYS, minTarget: MIN_TARGET });
}

/** A real finger that swipes over the middle of the page: nothing has moved sideways afterwards. */
export async function expectNoSidewaysSwipe(page: Page, name: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const devTools = await page.context().newCDPSession(page);
  const swipe = {
    x: width - 20,
    y: height / 2,
    xDistance: -width / 2,
    gestureSourceType: 'touch',
    speed: 4000,
  } as const;
  await devTools.send('Input.synthesizeScrollGesture', swipe);
  await devTools.detach();
  const moved = await page.evaluate(
    (sideways) =>
      [...document.querySelectorAll('*')]
        .filter((element) => element.scrollLeft !== 0 && !element.matches(sideways))
        .map((element) => `${element.localName}.${element.className}`),
    SIDEWAYS,
  );
  expect(moved, name).toEqual([]);
}

async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
}

/** Runs in the page. */
function outOfReach(options: { within: string; sideways: string; minTarget: number }): {
  faults: string[];
  controls: number;
} {
  const { within, sideways, minTarget } = options;
  const faults: string[] = [];
  const scope = [...document.querySelectorAll(within)].at(-1);
  if (!scope) return { faults: [`There is no ${within}.`], controls: 0 };
  const all = withShadows(scope);
  for (const element of withShadows(document.documentElement)) {
    if (element.scrollLeft !== 0 && !element.matches(sideways))
      faults.push(`${nameOf(element)} stands scrolled sideways`);
  }
  if (document.documentElement.scrollWidth > innerWidth) faults.push('the page is wider than the window');
  for (const element of all) checkSideways(element);
  const controls = all.filter(isControl);
  for (const control of controls) checkControl(control);
  return { faults, controls: controls.length };

  function checkSideways(element: Element): void {
    if (element.scrollWidth <= element.clientWidth + 1 || element.matches(sideways)) return;
    const { overflowX, display } = getComputedStyle(element);
    if (display === 'inline' || overflowX === 'visible' || overflowX === 'clip') return;
    const byFinger = overflowX === 'auto' || overflowX === 'scroll';
    // By focus alone, and then for good: no finger brings it back.
    if (byFinger || withShadows(element).some((each) => each !== element && isControl(each)))
      faults.push(`${nameOf(element)} can be scrolled sideways`);
  }

  function checkControl(control: Element): void {
    const target = targetOf(control);
    let fault: string | null = null;
    for (const block of ['nearest', 'center', 'start', 'end'] as const) {
      target.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
      fault = faultOf(control, target);
      if (fault === null) break;
    }
    if (fault !== null) faults.push(`${nameOf(control)} ${fault}`);
  }

  function faultOf(control: Element, target: Element): string | null {
    for (let around = parentOf(target); around; around = parentOf(around)) {
      const { overflowX, overflowY } = getComputedStyle(around);
      const stuck =
        (overflowX === 'hidden' && around.scrollLeft !== 0) || (overflowY === 'hidden' && around.scrollTop !== 0);
      if (stuck && around !== document.documentElement && around !== document.body) {
        around.scrollLeft = 0;
        around.scrollTop = 0;
        return `is cut off by ${nameOf(around)}`;
      }
    }
    const whole = target.getBoundingClientRect();
    // Of a link that runs over several lines the first one.
    const rect = target.getClientRects()[0] ?? whole;
    if (rect.left < -1 || rect.right > innerWidth + 1) return `sticks out sideways (${place(rect)})`;
    if (rect.height <= innerHeight && (rect.top < -1 || rect.bottom > innerHeight + 1))
      return `cannot be scrolled to (${place(rect)})`;
    const isText = getComputedStyle(target).display === 'inline';
    if (!isText && (whole.width < minTarget || whole.height < minTarget)) return `is too small (${place(whole)})`;
    const x = Math.min(Math.max(rect.left + rect.width / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max(rect.top + rect.height / 2, 0), innerHeight - 1);
    const hit = hitAt(target, x, y);
    if (!hit) return 'is covered by nothing that can be hit';
    const isHit = target.contains(hit) || control.contains(hit) || hit.closest('label')?.control === control;
    return isHit ? null : `is covered by ${nameOf(hit)}`;
  }

  function hitAt(target: Element, x: number, y: number): Element | null {
    const root = target.getRootNode();
    return root instanceof ShadowRoot ? root.elementFromPoint(x, y) : document.elementFromPoint(x, y);
  }

  function isControl(element: Element): boolean {
    const kinds =
      'a[href], button, input:not([type=hidden]), textarea, select, summary, audio[controls], video[controls], ' +
      ['button', 'menuitem', 'menuitemradio', 'option', 'radio', 'checkbox', 'tab', 'switch']
        .map((role) => `[role=${role}]`)
        .join();
    if (!element.matches(kinds) || element.matches(':disabled, .skip-link')) return false;
    if (element.closest('[aria-hidden=true], [inert]')) return false;
    if (!targetOf(element).checkVisibility({ visibilityProperty: true })) return false;
    const { width, height } = targetOf(element).getBoundingClientRect();
    // Hidden from the eye, for screen readers alone.
    return width > 1 || height > 1;
  }

  /** What one presses to get at it. */
  function targetOf(control: Element): Element {
    if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type))
      return control.closest('label') ?? control.labels?.[0] ?? control;
    return control;
  }

  function withShadows(root: Element): Element[] {
    return [root, ...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot ? [element, ...[...element.shadowRoot.children].flatMap(withShadows)] : [element],
    );
  }

  function parentOf(element: Element): Element | null {
    const { parentNode } = element;
    return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
  }

  function place({ left, top, width, height }: DOMRect): string {
    return [left, top, width, height].map((value) => Math.round(value)).join(' ');
  }

  function nameOf(element: Element): string {
    const words = element.getAttribute('aria-label') ?? element.textContent.trim().replaceAll(/\s+/g, ' ').slice(0, 30);
    return `${element.localName}${element.classList[0] ? `.${element.classList[0]}` : ''} “${words}”`;
  }
}
