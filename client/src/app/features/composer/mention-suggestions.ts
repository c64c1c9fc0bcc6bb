import { afterRenderEffect, ChangeDetectionStrategy, Component, ElementRef, inject, output } from '@angular/core';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { Icon } from '../../shared/ui/icon/icon';
import { roomAbove } from './emoji-suggestions';
import { MentionCompletion } from './mention-completion.store';

/** The list above the composer after `@na…`. Focus stays in the composer, which moves through it by arrow keys. */
@Component({
  selector: 'app-mention-suggestions',
  imports: [Avatar, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul
      id="mention-suggestions"
      role="listbox"
      aria-label="People to mention"
      [class.open]="completion.suggestions().length > 0"
    >
      @for (suggestion of completion.suggestions(); track suggestion.key; let index = $index) {
        <li
          role="option"
          tabindex="-1"
          [id]="'mention-suggestion-' + index"
          [attr.aria-selected]="index === completion.active()"
          (mousedown)="$event.preventDefault(); picked.emit(index)"
        >
          @if (suggestion.isRoom) {
            <app-icon name="users" />
          } @else {
            <app-avatar [name]="suggestion.name" [key]="suggestion.key" [size]="24" />
          }
          <span class="who"
            ><bdi class="name">{{ suggestion.name }}</bdi
            >&ngsp;<bdi class="username">&#64;{{ suggestion.username }}</bdi></span
          >
          @if (suggestion.note; as note) {
            <span class="note">{{ note }}</span>
          }
        </li>
      }
    </ul>
    <p class="visually-hidden" role="status">
      {{
        completion.suggestions().length > 0 ? 'People to mention: use the arrow keys to choose, and Tab to insert.' : ''
      }}
    </p>
  `,
  styleUrls: ['./emoji-suggestions.scss', './mention-suggestions.scss'],
})
export class MentionSuggestions {
  readonly picked = output<number>();

  protected readonly completion = inject(MentionCompletion);

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
