import { ChangeDetectionStrategy, Component, computed, effect, input, signal } from '@angular/core';
import { Skeleton } from '../../../shared/ui/feedback/skeleton';
import type { Attachment } from '../timeline.types';
import { openPdf, type PDFDocumentProxy } from './data/pdf';
import { PdfPage } from './pdf-page';

interface Opened {
  readonly document: PDFDocumentProxy;
  /** Of the first page; the others are taken to be like it until they are drawn. */
  readonly ratio: number;
}

/** The pages of a PDF, one below the other. */
@Component({
  selector: 'app-pdf-document',
  imports: [PdfPage, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (problem(); as sentence) {
      <p class="problem" role="alert">{{ sentence }}</p>
    } @else if (opened(); as pdf) {
      @for (number of numbers(); track number) {
        <app-pdf-page [document]="pdf.document" [number]="number" [count]="numbers().length" [ratio]="pdf.ratio" />
      }
    } @else {
      <span class="visually-hidden" role="status" i18n>Loading …</span>
      <app-skeleton [count]="8" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s4);
      width: 100%;
      max-width: 56rem;
      margin: 0 auto;
    }
    .problem {
      padding: var(--s6) 0;
      text-align: center;
    }
  `,
})
export class PdfDocument {
  readonly file = input.required<Attachment>();

  protected readonly opened = signal<Opened | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly numbers = computed(() =>
    Array.from({ length: this.opened()?.document.numPages ?? 0 }, (_, index) => index + 1),
  );

  constructor() {
    effect((onCleanup) => {
      const pdf = openPdf(this.file().url);
      onCleanup(() => void pdf.close());
      this.opened.set(null);
      this.problem.set(null);
      void this.show(pdf.document);
    });
  }

  private async show(opening: Promise<PDFDocumentProxy>): Promise<void> {
    try {
      const document = await opening;
      const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
      this.opened.set({ document, ratio: width / height });
    } catch (error) {
      this.problem.set(sentenceFor(error));
    }
  }
}

function sentenceFor(error: unknown): string {
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  return isLocked
    ? $localize`This document asks for a password. Download it to open it.`
    : $localize`This document couldn’t be shown. Download it to open it.`;
}
