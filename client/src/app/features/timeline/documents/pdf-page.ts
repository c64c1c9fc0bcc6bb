import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  ViewEncapsulation,
} from '@angular/core';
import { drawPage } from './data/draw-page';
import type { PDFDocumentProxy } from './data/pdf';
import { numberText } from '../../../shared/language/numbers';

/** One page, drawn while it is near: a thousand pages that stay drawn would be more than a phone can hold. */
@Component({
  selector: 'app-pdf-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  // What is drawn into it has none of Angular's marks.
  encapsulation: ViewEncapsulation.None,
  host: {
    role: 'group',
    '[attr.aria-label]': 'label()',
    '[style.aspect-ratio]': 'ratio()',
  },
  template: '',
  styleUrl: './pdf-page.scss',
})
export class PdfPage {
  readonly document = input.required<PDFDocumentProxy>();
  readonly number = input.required<number>();
  readonly count = input.required<number>();
  readonly ratio = input.required<number>();

  protected readonly label = computed(
    () => $localize`Page ${numberText(this.number())}:number: of ${numberText(this.count())}:count:`,
  );
  private readonly isNear = signal(false);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    effect((onCleanup) => {
      const observer = new IntersectionObserver(
        (seen) => {
          this.isNear.set(seen.at(-1)?.isIntersecting ?? false);
        },
        { rootMargin: '100% 0px' },
      );
      observer.observe(this.element);
      onCleanup(() => {
        observer.disconnect();
      });
    });
    effect((onCleanup) => {
      if (!this.isNear()) return;
      const drawing = new AbortController();
      onCleanup(() => {
        drawing.abort();
        this.element.replaceChildren();
      });
      void this.draw(drawing.signal);
    });
  }

  /** A page that cannot be drawn stays white, between the others. */
  private async draw(signal: AbortSignal): Promise<void> {
    await drawPage(this.document(), this.number(), { element: this.element, signal }).catch(() => undefined);
  }
}
