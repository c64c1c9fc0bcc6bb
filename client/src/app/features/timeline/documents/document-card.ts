import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { isTooLarge } from '../../../shared/text/file-view';
import { Dialogs } from '../../../shared/ui/dialog/dialogs';
import { Icon } from '../../../shared/ui/icon/icon';
import type { Attachment } from '../timeline.types';
import { wholeWindow } from '../viewer-dialog';
import { documentKind } from './document-kind';
import { readableAs } from './readable';
import { DOCUMENT_NAME, type ShownDocument } from './shown-document';

@Component({
  selector: 'app-document-card',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (readable()) {
      <button
        class="open"
        type="button"
        aria-haspopup="dialog"
        [attr.aria-label]="readLabel()"
        (click)="read()"
      ></button>
    }
    <span class="kind"><app-icon [name]="kind().icon" [size]="22" /></span>
    <span class="words">
      <span class="name">{{ file().name }}</span>
      <span class="detail">{{ kind().label }} · {{ file().sizeText }}</span>
      @if (isTooLarge(file())) {
        <span class="detail">{{ tooLargeNote() }}</span>
      }
    </span>
    <a
      class="download"
      [class.whole]="!readable()"
      [href]="file().url"
      [attr.download]="file().name"
      [attr.aria-label]="downloadLabel()"
    >
      <app-icon name="download" />
    </a>
  `,
  styleUrl: './document-card.scss',
})
export class DocumentCard {
  readonly file = input.required<Attachment>();

  protected readonly isTooLarge = isTooLarge;
  protected readonly kind = computed(() => documentKind(this.file()));
  protected readonly readable = computed(() => readableAs(this.file()));
  protected readonly tooLargeNote = computed(() => {
    const { height, width } = this.file();
    return $localize`${String(width ?? 0)}:width: × ${String(height ?? 0)}:height: pixels, too large to show here`;
  });
  protected readonly readLabel = computed(() => $localize`Read ${this.file().name}:name:`);
  protected readonly downloadLabel = computed(() => $localize`Download ${this.file().name}:name:`);
  private readonly dialogs = inject(Dialogs);

  protected read(): void {
    const readAs = this.readable();
    if (readAs === null) return;
    const data: ShownDocument = { file: this.file(), readAs };
    void this.dialogs.ask(async () => (await import('./document-viewer')).DocumentViewer, {
      data,
      ...wholeWindow(DOCUMENT_NAME),
    });
  }
}
