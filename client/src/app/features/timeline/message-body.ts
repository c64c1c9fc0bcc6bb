import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  ChangeDetectorRef,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { WideParts } from '../../shared/ui/prose/wide-parts';
import { ScrollKeeper } from './scroll-keeper';

let bodies = 0;

/** What a message says. A tall one is folded until somebody wants to see the rest, or comes to it by searching the page or by the keyboard. */
@Component({
  selector: 'app-message-body',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div #text class="prose" [id]="id" [class.folded]="folded()" [innerHTML]="html()" (scroll)="reached()"></div>
    @if (tall()) {
      <button
        class="fold"
        type="button"
        [attr.aria-expanded]="!folded()"
        [attr.aria-controls]="id"
        (click)="folded() ? unfold() : fold()"
      >
        {{ folded() ? 'Show more' : 'Show less' }}
      </button>
    }
  `,
  styleUrl: './message-body.scss',
})
export class MessageBody {
  readonly html = input.required<string>();
  readonly tall = input.required<boolean>();

  protected readonly id = `message-body-${String((bodies += 1))}`;
  protected readonly folded = computed(() => this.tall() && !this.opened());
  private readonly opened = signal(false);
  private readonly changes = inject(ChangeDetectorRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly keeper = inject(ScrollKeeper, { optional: true });
  private readonly text = viewChild.required<ElementRef<HTMLElement>>('text');

  constructor() {
    const wide = new WideParts();
    afterRenderEffect(() => {
      this.html();
      wide.watch(this.text().nativeElement);
    });
    inject(DestroyRef).onDestroy(() => {
      wide.stop();
    });
  }

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
    const text = this.text().nativeElement;
    const distance = text.scrollTop;
    if (!this.folded() || distance === 0) return;
    text.scrollTop = 0;
    this.show(true);
    this.keeper?.scrollBy(distance);
  }

  private show(opened: boolean): void {
    const change = (): void => {
      this.opened.set(opened);
      this.changes.detectChanges();
    };
    if (this.keeper) this.keeper.keepAround(change);
    else change();
  }
}
