import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatDialogClose } from '@angular/material/dialog';
import { Icon } from '../../shared/ui/icon/icon';
import type { Attachment } from './timeline.types';

/** What stands above a file that is shown on its own: what it is, the way to have it, and the way back. */
@Component({
  selector: 'app-viewer-header',
  imports: [Icon, MatDialogClose],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p aria-live="polite" aria-atomic="true">
      <bdi [id]="nameId()">{{ file().name }}</bdi> <span>{{ file().sizeText }}</span>
      @if (place(); as words) {
        <span>{{ words }}</span>
      }
    </p>
    <a class="icon-button" [href]="file().url" [attr.download]="file().name" [attr.aria-label]="downloadLabel()">
      <app-icon name="download" [size]="22" />
    </a>
    <button class="icon-button" type="button" matDialogClose [aria-label]="closeWords()">
      <app-icon name="x" [size]="24" />
    </button>
  `,
  styleUrl: './viewer-header.scss',
})
export class ViewerHeader {
  readonly file = input.required<Attachment>();
  /** What the dialog is called by. */
  readonly nameId = input.required<string>();
  readonly closeWords = input.required<string>();
  /** Which of several it is. */
  readonly place = input<string | null>(null);

  protected readonly downloadLabel = computed(() => $localize`Download ${this.file().name}:name:`);
}
