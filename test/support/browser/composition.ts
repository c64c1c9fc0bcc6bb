import type { Locator } from 'playwright-core';

interface Step {
  readonly type: 'compositionstart' | 'compositionend' | 'keydown' | 'keyup';
  readonly keyCode?: number;
  readonly isComposing?: boolean;
}

/** How browsers tell of one word of an input method, up to and including the key that ends it. */
export const SEQUENCES: Readonly<Record<string, readonly Step[]>> = {
  Chrome: [
    { type: 'compositionstart' },
    { type: 'keydown', keyCode: 229, isComposing: true },
    { type: 'compositionend' },
    { type: 'keyup', keyCode: 13, isComposing: false },
  ],
  Firefox: [
    { type: 'compositionstart' },
    { type: 'keydown', keyCode: 229, isComposing: true },
    { type: 'keyup', keyCode: 13, isComposing: true },
    { type: 'compositionend' },
  ],
  Safari: [
    { type: 'compositionstart' },
    { type: 'compositionend' },
    { type: 'keydown', keyCode: 229, isComposing: false },
    { type: 'keyup', keyCode: 13, isComposing: false },
  ],
};

/** Has a field hear what it would hear in that browser when this key ends a composition. */
export async function endsComposition(
  field: Locator,
  browser: string,
  key: 'Enter' | 'Escape' | 'ArrowUp',
): Promise<void> {
  const steps = SEQUENCES[browser] ?? [];
  await field.evaluate(
    (element, { steps, key }) => {
      for (const { type, ...init } of steps) {
        const options = { bubbles: true, cancelable: true, composed: true };
        element.dispatchEvent(
          type.startsWith('composition')
            ? new CompositionEvent(type, options)
            : new KeyboardEvent(type, { ...options, ...init, key }),
        );
      }
    },
    { steps, key },
  );
}
