import { afterNextRender, Directive, ElementRef, inject, Injector, output, signal } from '@angular/core';
import { TimelinePlace } from '../../feed/timeline-place';
import { focusWriting } from '../../shared/ui/focus/focus-writing';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { VirtualScroll } from './scroll/virtual-scroll';
import { TimelineStore } from './timeline.store';

/**
 * The messages by keyboard: one stop for all of them on the way of Tab. Arrows go from message to message, Tab goes on into what the
 * message holds and can be done with it, and then leaves. After the pattern of a feed (ARIA Authoring Practices).
 */
@Directive({
  selector: '[appMessageKeys]',
  host: {
    '[attr.tabindex]': 'current() === null ? 0 : -1',
    '(focusin)': 'cameTo($event)',
    '(focusout)': 'wentFrom($event)',
    '(keydown)': 'pressed($event)',
  },
})
export class MessageKeys {
  /** Beyond the last message that is loaded. */
  readonly toNewest = output();

  private readonly at = signal<string | null>(null);
  /** The key of the message that has the focus, in it or on it. */
  readonly current = this.at.asReadonly();

  private readonly scroller = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly scroll = inject(VirtualScroll);
  private readonly store = inject(TimelineStore);
  private readonly place = inject(TimelinePlace);
  private readonly lastAt = signal<string | null>(null);
  /** The key of the message that one was at last: there one comes back to. */
  readonly last = this.lastAt.asReadonly();

  /** What one was at before is no place to come back to: one has gone to the end. */
  forgetPlace(): void {
    this.lastAt.set(this.at());
  }

  focusNewest(): void {
    this.goTo(this.neighbour(this.store.rows().rows.length, -1));
  }

  /** Wherever it is: it may have to be brought into the page first. */
  async focus(key: string): Promise<void> {
    await this.scroll.show(key);
    this.article(key)?.focus({ preventScroll: true });
  }

  protected cameTo({ target }: FocusEvent): void {
    const row = target instanceof Element ? target.closest<HTMLElement>(ROW) : null;
    if (row) {
      const key = row.dataset['row'] ?? null;
      this.lastAt.set(key);
      this.at.set(key);
    } else if (target === this.scroller && this.scroller.matches(':focus-visible')) this.goTo(this.entrance());
  }

  protected wentFrom({ relatedTarget }: FocusEvent): void {
    if (!(relatedTarget instanceof Node) || !this.scroller.contains(relatedTarget)) this.at.set(null);
  }

  protected pressed(event: KeyboardEvent): void {
    const { target } = event;
    if (
      isComposing(event) ||
      event.defaultPrevented ||
      event.altKey ||
      event.ctrlKey ||
      event.metaKey ||
      (event.shiftKey && event.key !== 'F10' && event.key !== '+')
    )
      return;
    if (!(target instanceof Element) || target.closest('app-message-editor, textarea, input, audio, video')) return;
    const key = event.key === 'F10' && event.shiftKey ? 'ContextMenu' : event.key;
    if (this.does(key, target)) event.preventDefault();
  }

  private does(key: string, target: Element): boolean {
    const row = target.closest<HTMLElement>(ROW);
    if (!row) return false;
    const place = this.store.rows().rows.findIndex(({ key: other }) => other === row.dataset['row']);
    switch (key) {
      case 'ArrowUp':
        return this.goTo(this.neighbour(place, -1));
      case 'ArrowDown':
        return this.goTo(this.neighbour(place, 1));
      case 'Home':
        return this.goTo(this.neighbour(-1, 1));
      case 'End':
        this.toNewest.emit();
        return true;
      case 'Enter':
        return target.matches('article') && this.goInto(row);
      case 'ContextMenu':
        return this.openMenu(row);
      case 'Escape':
        focusWriting(this.place.idPrefix);
        return true;
      default:
        return this.press(row, key);
    }
  }

  private goTo(key: string | null): boolean {
    if (key === null) return false;
    const article = this.article(key);
    if (article) article.focus();
    else void this.focus(key);
    return true;
  }

  /** The next message before or after a row. */
  private neighbour(place: number, step: 1 | -1): string | null {
    const { rows } = this.store.rows();
    for (let index = place + step; index >= 0 && index < rows.length; index += step) {
      const row = rows[index];
      if (row?.kind === 'message') return row.key;
    }
    return null;
  }

  /** What can be done with a message; where that is nothing, what it holds. */
  private goInto(row: HTMLElement): boolean {
    if (!firstStopIn(row)) return false;
    // All of it is drawn once one is at the message: whoever goes on at once would come to what is there before.
    afterNextRender(
      () => {
        firstStopIn(row)?.focus();
      },
      { injector: this.injector },
    );
    return true;
  }

  /** What can be done with a message has keys of its own, while one is at it. The message says whether it has done anything. */
  private press(row: HTMLElement, key: string): boolean {
    return !row.dispatchEvent(new CustomEvent('shortcut', { detail: key.toLowerCase(), cancelable: true }));
  }

  private openMenu(row: HTMLElement): boolean {
    const button = row.querySelector<HTMLElement>('.tools [aria-haspopup="menu"]');
    button?.click();
    return button !== null;
  }

  /** Where one was before, while it is in view; else the last message that is. */
  private entrance(): string | null {
    const inView = [...this.scroller.querySelectorAll<HTMLElement>(ROW)].filter((row) => this.isInView(row));
    const row = inView.find((one) => one.dataset['row'] === this.last()) ?? inView.at(-1);
    return row?.dataset['row'] ?? this.neighbour(this.store.rows().rows.length, -1);
  }

  private isInView(row: HTMLElement): boolean {
    const { top, bottom } = row.getBoundingClientRect();
    const frame = this.scroller.getBoundingClientRect();
    return bottom > frame.top && top < frame.bottom;
  }

  private article(key: string): HTMLElement | null {
    return this.scroller.querySelector(`article[data-anchor="${CSS.escape(key)}"]`);
  }
}

const ROW = 'app-message-view';

function firstStopIn(row: HTMLElement): HTMLElement | undefined {
  const stops = [...row.querySelectorAll<HTMLElement>('.tools button, a[href], button')];
  return stops.find((stop) => stop.closest('.tools') !== null) ?? stops[0];
}
