import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { formatMessage } from '../../../shared/language/format-message';
import { remarksInText } from '../../../shared/language/lists';
import { Icon } from '../../../shared/ui/icon/icon';
import { type HiddenUnread, NONE } from './hidden-unread';

/** The heading of a group of the list; folded, it says what is unread beneath it. What can be done with the group stands beside it. */
@Component({
  selector: 'app-section-heading',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2>
      @if (folds()) {
        <button type="button" class="fold" [attr.aria-expanded]="!folded()" (click)="toggled.emit()">
          <app-icon [name]="folded() ? 'chevron-right' : 'chevron-down'" [size]="16" />
          <span class="heading" dir="auto">{{ heading() }}</span>
          @if (folded()) {
            <span class="count" aria-hidden="true">{{ count() }}</span>
            @if (unread().count > 0) {
              <span class="unread" [class.mentions]="unread().mentions > 0" aria-hidden="true"
                ><bdi>{{ unreadText() }}</bdi></span
              >
              <span class="visually-hidden" i18n>, {{ unreadWords() }}</span>
            }
          }
        </button>
      } @else {
        <span class="heading" dir="auto">{{ heading() }}</span>
      }
    </h2>
    <ng-content />
  `,
  styleUrl: './section-heading.scss',
})
export class SectionHeading {
  readonly heading = input.required<string>();
  readonly folds = input(false);
  readonly folded = input(false);
  /** How many rooms there are beneath it. */
  readonly count = input(0);
  readonly unread = input<HiddenUnread>(NONE);
  readonly toggled = output();

  protected readonly unreadText = computed(() => {
    const { count, mentions } = this.unread();
    return mentions > 0 ? `@${upTo99(mentions)}` : upTo99(count);
  });
  protected readonly unreadWords = computed(() => {
    const { count, mentions } = this.unread();
    return remarksInText([
      formatMessage($localize`{count, plural, one {# unread} other {# unread}}`, { count }),
      mentions > 0
        ? formatMessage($localize`{count, plural, =1 {1 mention} other {# mentions}}`, { count: mentions })
        : '',
    ]);
  });
}

function upTo99(count: number): string {
  return count > 99 ? '99+' : String(count);
}
