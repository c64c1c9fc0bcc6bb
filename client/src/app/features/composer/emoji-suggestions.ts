import { afterRenderEffect, ChangeDetectionStrategy, Component, ElementRef, inject, output } from '@angular/core';
import { EmojiCompletion } from './emoji-completion.store';

/** The list above the composer after `:sm…`. Focus stays in the composer, which moves through it by arrow keys. */
@Component({
  selector: 'app-emoji-suggestions',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul id="emoji-suggestions" role="listbox" aria-label="Emoji" [class.open]="completion.suggestions().length > 0">
      @for (suggestion of completion.suggestions(); track suggestion.shortcode; let index = $index) {
        <li
          role="option"
          tabindex="-1"
          [id]="'emoji-suggestion-' + index"
          [attr.aria-selected]="index === completion.active()"
          (mousedown)="$event.preventDefault(); picked.emit(index)"
        >
          <span class="emoji">{{ suggestion.emoji }}</span> :{{ suggestion.shortcode }}:
        </li>
      }
    </ul>
    <p class="visually-hidden" role="status">
      {{
        completion.suggestions().length > 0 ? 'Emoji suggestions: use the arrow keys to choose, and Tab to insert.' : ''
      }}
    </p>
  `,
  styleUrl: './emoji-suggestions.scss',
})
export class EmojiSuggestions {
  readonly picked = output<number>();

  protected readonly completion = inject(EmojiCompletion);

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterRenderEffect(() => {
      const active = this.completion.active();
      if (this.completion.suggestions().length > 0)
        element.style.setProperty('--above', `${String(roomAbove(element))}px`);
      element.querySelectorAll('li')[active]?.scrollIntoView({ block: 'nearest' });
    });
  }
}

/** From the upper edge of the messages to the box: the list lies over these, and not over the room's name. */
export function roomAbove(element: HTMLElement): number {
  const box = element.closest('form')?.getBoundingClientRect().top ?? 0;
  return box - (element.closest('app-drop-area')?.getBoundingClientRect().top ?? 0);
}
