import { ApplicationRef, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { isComposing } from '../../shared/ui/keyboard/composing';

/** Each way, in rows. A whole history of a hundred thousand would stop the page. */
const WIDE = 500;

/**
 * How far around the view messages are in the page. For searching it and for printing it that is more than usual: what the browser looks through
 * and draws by itself is what is there.
 */
@Injectable()
export class WiderPage {
  private readonly app = inject(ApplicationRef);
  private readonly current = signal(0);

  readonly reach = this.current.asReadonly();

  constructor() {
    const stop = new AbortController();
    const { signal: until } = stop;
    inject(DestroyRef).onDestroy(() => {
      stop.abort();
    });
    addEventListener('beforeprint', this.widen, { signal: until });
    addEventListener('afterprint', this.narrow, { signal: until });
    document.addEventListener('keydown', this.pressed, { signal: until });
    document.addEventListener('pointerdown', this.narrow, { signal: until });
  }

  // The box for searching belongs to the browser, which says neither that it opens nor that it closes. Whoever presses something in the page
  // has done with it.
  private readonly pressed = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    const isFind = (ctrlKey || metaKey) && !shiftKey && !altKey && ['f', 'g'].includes(key.toLowerCase());
    if (isFind || key === 'F3') this.widen();
    else if (!['Control', 'Meta', 'Shift', 'Alt'].includes(key)) this.narrow();
  };

  private readonly widen = (): void => {
    if (this.current() === WIDE) return;
    this.current.set(WIDE);
    // Neither waits for the page.
    this.app.tick();
  };

  private readonly narrow = (): void => {
    this.current.set(0);
  };
}
