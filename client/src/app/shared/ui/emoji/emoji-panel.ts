import { ChangeDetectionStrategy, Component, DestroyRef, ElementRef, inject, output } from '@angular/core';
import type { EmojiClickEvent } from 'emoji-picker-element/shared';
import { Picker } from 'emoji-picker-element';
import { hovers } from '../focus/hovers';
import { isComposing } from '../keyboard/composing';

/** The picker, with its data from this server; a chunk of its own, loaded when it is first opened. */
@Component({
  selector: 'app-emoji-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '',
  styleUrl: './emoji-panel.scss',
})
export class EmojiPanel {
  readonly picked = output<string>();

  constructor() {
    const picker = new Picker({ dataSource: '/emoji/data.json', locale: 'en' });
    picker.shadowRoot?.adoptedStyleSheets.push(ownStyles());
    const pick = ({ detail }: EmojiClickEvent): void => {
      if (detail.unicode) this.picked.emit(detail.unicode);
    };
    picker.addEventListener('emoji-click', pick);
    inject<ElementRef<HTMLElement>>(ElementRef).nativeElement.append(picker);
    // The picker's own search takes Enter and the arrows, and does not ask.
    const keep = (event: Event): void => {
      if (isComposing(event)) event.stopPropagation();
    };
    picker.addEventListener('keydown', keep, { capture: true });
    // On a touch screen the keyboard would cover the emoji that were asked for.
    if (hovers()) focusSearchWhenReady(picker);
    else focusItself(picker);
    inject(DestroyRef).onDestroy(() => {
      picker.remove();
    });
  }
}

function focusItself(picker: Picker): void {
  picker.tabIndex = -1;
  picker.focus({ preventScroll: true });
}

/** For what the picker offers no custom property. */
function ownStyles(): CSSStyleSheet {
  const styles = new CSSStyleSheet();
  styles.replaceSync(`
    input::-webkit-search-cancel-button { filter: grayscale(1); }
    .favorites { border-top: 1px solid var(--border-color); }
  `);
  return styles;
}

// The picker draws itself some frames after it is made.
function focusSearchWhenReady(picker: Picker): void {
  const root = picker.shadowRoot;
  if (!root) return;
  const observer = new MutationObserver(() => {
    const search = root.querySelector<HTMLInputElement>('input[type="search"]');
    if (!search) return;
    observer.disconnect();
    search.focus();
  });
  observer.observe(root, { childList: true, subtree: true });
}
