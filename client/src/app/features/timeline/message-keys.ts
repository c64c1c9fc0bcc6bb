import { Directive, ElementRef, inject, output, signal } from '@angular/core';
import { focusWriting } from '../../shared/ui/focus/focus-writing';
import { isComposing } from '../../shared/ui/keyboard/composing';

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
  private last: string | null = null;

  /** What one was at before is no place to come back to: one has gone to the end. */
  forgetPlace(): void {
    this.last = null;
  }

  focusNewest(): void {
    this.goTo(this.messages().at(-1));
  }

  protected cameTo({ target }: FocusEvent): void {
    const row = target instanceof Element ? target.closest<HTMLElement>(ROW) : null;
    if (row) {
      this.last = row.dataset['anchor'] ?? null;
      this.at.set(this.last);
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
      event.shiftKey
    )
      return;
    if (!(target instanceof Element) || target.closest('textarea, input, audio, video')) return;
    if (this.does(event.key, target)) event.preventDefault();
  }

  private does(key: string, target: Element): boolean {
    const messages = this.messages();
    const place = messages.findIndex((row) => row.contains(target));
    if (place === -1) return false;
    switch (key) {
      case 'ArrowUp':
        return this.goTo(messages[place - 1]);
      case 'ArrowDown':
        return this.goTo(messages[place + 1]);
      case 'Home':
        return this.goTo(messages[0]);
      case 'End':
        this.toNewest.emit();
        return this.goTo(messages.at(-1));
      case 'Enter':
        return target.matches('article') && this.goInto(messages[place]);
      case 'Escape':
        focusWriting();
        return true;
      default:
        return false;
    }
  }

  private goTo(row: HTMLElement | undefined): boolean {
    row?.querySelector<HTMLElement>('article')?.focus();
    return row !== undefined;
  }

  /** What can be done with a message; where that is nothing, what it holds. */
  private goInto(row: HTMLElement | undefined): boolean {
    const stops = [...(row?.querySelectorAll<HTMLElement>('.tools button, a[href], button') ?? [])];
    const first = stops.find((stop) => stop.closest('.tools') !== null) ?? stops[0];
    first?.focus();
    return first !== undefined;
  }

  /** Where one was before, while it is in view; else the last message that is. */
  private entrance(): HTMLElement | undefined {
    const inView = this.messages().filter((row) => this.isInView(row));
    return inView.find((row) => row.dataset['anchor'] === this.last) ?? inView.at(-1) ?? this.messages().at(-1);
  }

  private isInView(row: HTMLElement): boolean {
    const { top, bottom } = row.getBoundingClientRect();
    const frame = this.scroller.getBoundingClientRect();
    return bottom > frame.top && top < frame.bottom;
  }

  private messages(): HTMLElement[] {
    return [...this.scroller.querySelectorAll<HTMLElement>(ROW)];
  }
}

const ROW = 'app-message-view';
