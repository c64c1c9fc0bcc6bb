import { ChangeDetectionStrategy, Component, input, resource } from '@angular/core';
import { Skeleton } from '../../../shared/ui/feedback/skeleton';
import type { Attachment } from '../timeline.types';
import { MAX_SHOWN_BYTES, textOf } from './data/text-of';

/** The words of a text file, as they stand in it: nothing in it is run or drawn. */
@Component({
  selector: 'app-text-document',
  imports: [Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (text.error()) {
      <p class="problem" role="alert" i18n>This file couldn’t be loaded. Try again in a moment, or download it.</p>
    } @else if (text.hasValue()) {
      <pre dir="auto" tabindex="0" [attr.aria-label]="file().name">{{ text.value() }}</pre>
      @if (file().size > maxBytes) {
        <p class="rest" i18n>This is the beginning of it. Download the file to read all of it.</p>
      }
    } @else {
      <span class="visually-hidden" role="status" i18n>Loading …</span>
      <app-skeleton [count]="8" />
    }
  `,
  styleUrl: './text-document.scss',
})
export class TextDocument {
  readonly file = input.required<Attachment>();

  protected readonly maxBytes = MAX_SHOWN_BYTES;
  protected readonly text = resource({
    params: () => this.file(),
    loader: ({ params, abortSignal }) => textOf(params, abortSignal),
  });
}
