import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Icon } from '../../shared/ui/icon/icon';
import { shortcutInWords } from '../../shared/ui/keyboard/command-key';
import type { FormattedBox } from './formatted-box';
import { FormattingChoice } from './formatting-choice';

/** Beside a box: whether the formatting bar is shown, and the preview. Neither takes the focus from the box. */
@Component({
  selector: 'app-formatting-toggles',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button
      class="icon-button"
      type="button"
      aria-label="Formatting"
      i18n-aria-label
      title="Formatting"
      i18n-title
      [attr.aria-pressed]="formatting.shown()"
      (mousedown)="$event.preventDefault()"
      (click)="formatting.toggle()"
    >
      <app-icon name="type" [size]="18" />
    </button>
    <button
      class="icon-button"
      type="button"
      aria-label="Preview"
      i18n-aria-label
      [title]="previewTitle"
      [attr.aria-pressed]="box().previewing()"
      (mousedown)="$event.preventDefault()"
      (click)="box().togglePreview()"
    >
      <app-icon name="eye" />
    </button>
  `,
  styles: `
    :host {
      display: flex;
      flex: none;
      gap: 2px;
    }
  `,
})
export class FormattingToggles {
  readonly box = input.required<FormattedBox>();

  protected readonly formatting = inject(FormattingChoice);
  protected readonly previewTitle = $localize`Preview (${shortcutInWords('Ctrl+Alt+P')}:keys:)`;
}
