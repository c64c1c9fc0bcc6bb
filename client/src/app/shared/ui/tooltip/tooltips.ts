import { DestroyRef, inject } from '@angular/core';
import { after } from '../../time/timer';
import { isComposing } from '../keyboard/composing';
import { Tooltip } from './tooltip';

/** In milliseconds: whose pointer only crosses a button does not want to know its name. */
const RESTING = 300;
/** As long as a finger has to stay. */
const LONG_PRESS = 500;
/** After the finger is lifted, what it covered can be read. */
const READING = 1_500;
/** Between a button and its tooltip the pointer is on neither. */
const CROSSING = 100;

/**
 * Shows what a button without words is called, beside it: to a pointer that rests there, to whoever comes there by Tab, and
 * under a finger that stays. It is for every element with `data-tooltip`, and says what its `aria-label` says.
 */
export function showTooltips(): void {
  const tooltip = new Tooltip();
  let cancel = (): void => undefined;
  let isTabbing = false;

  const show = (origin: Element, delay: number): void => {
    cancel();
    cancel = after(delay, () => {
      tooltip.show(origin);
    });
  };
  const hide = (delay = 0): void => {
    cancel();
    if (delay === 0) tooltip.hide();
    else
      cancel = after(delay, () => {
        tooltip.hide();
      });
  };

  const end = new AbortController();
  inject(DestroyRef).onDestroy(() => {
    end.abort();
    hide();
  });
  const on = <K extends keyof DocumentEventMap>(type: K, work: (event: DocumentEventMap[K]) => void): void => {
    document.addEventListener(type, work, { signal: end.signal, capture: true, passive: type !== 'keydown' });
  };

  on('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'touch') return;
    const origin = originOf(target);
    if (tooltip.holds(target) || (origin !== null && tooltip.isOf(origin))) cancel();
    else if (origin) {
      hide();
      show(origin, RESTING);
    } else hide(CROSSING);
  });
  on('pointerdown', ({ target, pointerType }) => {
    if (tooltip.holds(target)) return;
    hide();
    const origin = originOf(target);
    if (pointerType === 'touch' && origin) show(origin, LONG_PRESS);
  });
  on('pointerup', ({ pointerType }) => {
    if (pointerType === 'touch') hide(tooltip.isShown ? READING : 0);
  });
  on('pointercancel', () => {
    hide();
  });
  on('focusin', ({ target }) => {
    const origin = isTabbing ? originOf(target) : null;
    if (origin) show(origin, 0);
    else hide();
  });
  on('focusout', () => {
    hide();
  });
  on('scroll', () => {
    hide();
  });
  on('keydown', (event) => {
    isTabbing = event.key === 'Tab';
    if (event.key !== 'Escape' || isComposing(event) || !tooltip.isShown) return;
    hide();
    // It was on top, and so the key was for it alone.
    event.preventDefault();
    event.stopPropagation();
  });
  on('keyup', () => {
    isTabbing = false;
  });
}

function originOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[data-tooltip]') : null;
}
