import {
  ChangeDetectionStrategy,
  ChangeDetectorRef,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { RichText } from '../../shared/text/rich-text';
import { Prose } from '../../shared/ui/prose/prose';
import { VirtualScroll } from './scroll/virtual-scroll';

let bodies = 0;

/** What a message says. A tall one is folded until somebody wants to see the rest, or comes to it by searching the page or by the keyboard. */
@Component({
  selector: 'app-message-body',
  imports: [Prose],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div
      #element
      [appProse]="text()"
      [resize]="around"
      [goOn]="goOn"
      [id]="id"
      [class.folded]="folded()"
      (scroll)="reached()"
    ></div>
    @if (tall()) {
      <button
        class="fold"
        type="button"
        [attr.aria-expanded]="!folded()"
        [attr.aria-controls]="id"
        (click)="folded() ? unfold() : fold()"
      >
        {{ verb() }}
      </button>
    }
  `,
  styleUrl: './message-body.scss',
})
export class MessageBody {
  readonly text = input.required<RichText>();
  readonly tall = input.required<boolean>();

  protected readonly id = `message-body-${String((bodies += 1))}`;
  protected readonly folded = computed(() => this.tall() && !this.opened());
  private readonly opened = signal(false);
  private readonly changes = inject(ChangeDetectorRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly scroll = inject(VirtualScroll, { optional: true });
  private readonly textElement = viewChild.required<ElementRef<HTMLElement>>('element');

  /** Keeps the reader's place while something in the text opens or closes. */
  protected readonly around = (change: () => void): void => {
    if (this.scroll) this.scroll.keepAround(change);
    else change();
  };
  protected readonly goOn = (distance: number): void => {
    this.scroll?.scrollBy(distance);
  };
  protected readonly verb = computed(() => (this.folded() ? $localize`Show more` : $localize`Show less`));

  protected unfold(): void {
    this.show(true);
  }

  protected fold(): void {
    this.show(false);
    // Its button would else be somewhere above what is in view.
    this.element.scrollIntoView({ block: 'nearest' });
  }

  /** The browser has scrolled within the folded text, to what was searched for or has the focus now: open it, and go there. */
  protected reached(): void {
    const text = this.textElement().nativeElement;
    const distance = text.scrollTop;
    if (!this.folded() || distance === 0) return;
    text.scrollTop = 0;
    this.show(true);
    this.goOn(distance);
  }

  private show(opened: boolean): void {
    this.around(() => {
      this.opened.set(opened);
      this.changes.detectChanges();
    });
  }
}
