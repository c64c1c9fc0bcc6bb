import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Quote } from '../../core/graphql/model';
import { Icon } from '../../shared/ui/icon/icon';
import { quoteText } from './quote-text';

/** Above the box in which one writes: what one is answering, and how not to. */
@Component({
  selector: 'app-answer-bar',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-icon name="reply" [size]="16" />
    <p [id]="labelId()" role="status">
      <span class="whom" i18n>Replying to {{ quote().author.displayName }}</span>
      <span class="text" dir="auto">{{ text() }}</span>
    </p>
    <button
      class="icon-button"
      type="button"
      aria-label="Don’t reply"
      i18n-aria-label
      title="Don’t reply (Esc)"
      i18n-title
      (click)="dropped.emit()"
    >
      <app-icon name="x" [size]="18" />
    </button>
  `,
  styleUrl: './answer-bar.scss',
})
export class AnswerBar {
  readonly quote = input.required<Quote>();
  /** By which the box below says what one is answering. */
  readonly labelId = input.required<string>();
  readonly dropped = output();

  protected readonly text = computed(() => quoteText(this.quote()));
}
