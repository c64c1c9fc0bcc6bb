import { afterRenderEffect, ChangeDetectionStrategy, Component, ElementRef, inject, output } from '@angular/core';
import { TimelinePlace } from '../../feed/timeline-place';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { Icon } from '../../shared/ui/icon/icon';
import { Completions } from './completions.store';

/** The list above the composer after `:sm…`, `@na…` or `/we…`. Focus stays in the composer, which moves through it by arrow keys. */
@Component({
  selector: 'app-suggestion-list',
  imports: [Avatar, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let open = completions.open();
    <ul
      [id]="place.idPrefix + 'suggestions'"
      role="listbox"
      [attr.aria-label]="open?.label ?? closedLabel"
      [class.open]="open"
    >
      @for (suggestion of open?.suggestions(); track suggestion.key; let index = $index) {
        <li
          role="option"
          tabindex="-1"
          [id]="place.idPrefix + 'suggestion-' + index"
          [attr.aria-selected]="index === open?.active()"
          (mousedown)="$event.preventDefault(); picked.emit(index)"
        >
          @if (suggestion.kind === 'emoji') {
            <span class="emoji">{{ suggestion.emoji }}</span> :{{ suggestion.shortcode }}:
          } @else if (suggestion.kind === 'command') {
            <span class="command"
              ><bdi class="name">{{ suggestion.text }}</bdi
              >&ngsp;<bdi class="usage">{{ suggestion.usage }}</bdi>
              <span class="note"
                ><bdi>{{ suggestion.description }}</bdi> · <bdi>{{ suggestion.bot }}</bdi></span
              ></span
            >
          } @else {
            @if (suggestion.kind === 'room') {
              <app-icon name="users" />
            } @else {
              <app-avatar [name]="suggestion.name" [key]="suggestion.key" [picture]="suggestion.picture" [size]="24" />
            }
            <span class="who"
              ><bdi class="name">{{ suggestion.name }}</bdi
              >&ngsp;<bdi class="username">&#64;{{ suggestion.username }}</bdi></span
            >
            @if (suggestion.note; as note) {
              <span class="note">{{ note }}</span>
            }
          }
        </li>
      }
    </ul>
    <p class="visually-hidden" role="status">{{ open?.hint }}</p>
  `,
  styleUrl: './suggestion-list.scss',
})
export class SuggestionList {
  readonly picked = output<number>();

  protected readonly closedLabel = $localize`Suggestions`;
  protected readonly completions = inject(Completions);
  protected readonly place = inject(TimelinePlace);

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterRenderEffect(() => {
      const open = this.completions.open();
      if (!open) return;
      element.style.setProperty('--above', `${String(roomAbove(element))}px`);
      element.querySelectorAll('li')[open.active()]?.scrollIntoView({ block: 'nearest' });
    });
  }
}

/** From the upper edge of the messages to the box: the list lies over these, and not over the room's name. */
function roomAbove(element: HTMLElement): number {
  const box = element.closest('form')?.getBoundingClientRect().top ?? 0;
  return box - (element.closest('app-drop-area')?.getBoundingClientRect().top ?? 0);
}
