import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { ViewerHeader } from '../viewer-header';
import { DOCUMENT_NAME, type ShownDocument } from './shown-document';
import { PdfDocument } from './pdf-document';
import { TextDocument } from './text-document';

/** A document on its own, to be read without downloading it. */
@Component({
  imports: [PdfDocument, TextDocument, ViewerHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-viewer-header [file]="file" [nameId]="nameId" closeWords="Close document" i18n-closeWords />
    <div class="stage" tabindex="0" role="region" aria-label="Document" i18n-aria-label>
      @switch (readAs) {
        @case ('pdf') {
          @defer {
            <app-pdf-document [file]="file" />
          }
        }
        @case ('text') {
          <app-text-document [file]="file" />
        }
      }
    </div>
  `,
  styles: `
    :host {
      --focus: #f5eede;

      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      height: 100dvh;
      color: #f5eede;
    }
    .stage {
      overflow: auto;
      padding: 0 var(--s3) var(--s5);
      overscroll-behavior: contain;
    }
  `,
})
export class DocumentViewer {
  private readonly data = inject<ShownDocument>(MAT_DIALOG_DATA);
  protected readonly nameId = DOCUMENT_NAME;
  protected readonly file = this.data.file;
  protected readonly readAs = this.data.readAs;
}
