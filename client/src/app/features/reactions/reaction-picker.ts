import { CdkTrapFocus } from '@angular/cdk/a11y';
import { afterNextRender, ChangeDetectionStrategy, Component, ElementRef, inject, signal } from '@angular/core';
import { EmojiPanel } from '../../shared/ui/emoji/emoji-panel';
import { Icon } from '../../shared/ui/icon/icon';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { FrequentEmoji } from './frequent-emoji.store';
import { PickerRef } from './picker-ref';

/** The emoji that one uses most, and behind a button all the others. */
@Component({
  selector: 'app-reaction-picker',
  imports: [CdkTrapFocus, EmojiPanel, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="picker" role="dialog" [attr.aria-label]="ref.label" cdkTrapFocus [class.all]="all()">
      @if (all()) {
        @defer (on immediate) {
          <app-emoji-panel (picked)="ref.close($event)" />
        }
      } @else {
        @for (emoji of frequent.atHand(); track emoji) {
          <button
            type="button"
            class="emoji"
            [attr.aria-label]="labelOf(emoji)"
            (click)="ref.close(emoji)"
            (keydown)="pressed($event)"
          >
            {{ emoji }}
          </button>
        }
        <button
          type="button"
          class="icon-button"
          aria-label="More emoji"
          i18n-aria-label
          title="More emoji"
          i18n-title
          (click)="showAll()"
          (keydown)="pressed($event)"
        >
          <app-icon name="smile-plus" />
        </button>
      }
    </div>
  `,
  styleUrl: './reaction-picker.scss',
})
export class ReactionPicker {
  protected readonly all = signal(false);
  protected readonly frequent = inject(FrequentEmoji);
  protected readonly ref = inject(PickerRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    afterNextRender(() => {
      this.buttons()[0]?.focus();
    });
  }

  protected labelOf(emoji: string): string {
    return $localize`React with ${emoji}:emoji:`;
  }

  protected showAll(): void {
    this.all.set(true);
    this.ref.grow();
  }

  /** Along the row, from its end to its beginning. */
  protected pressed(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const isMirrored = getComputedStyle(this.element).direction === 'rtl';
    const step = (isMirrored ? { ArrowLeft: 1, ArrowRight: -1 } : { ArrowRight: 1, ArrowLeft: -1 })[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = this.buttons();
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons.at((at + step) % buttons.length)?.focus();
  }

  private buttons(): readonly HTMLElement[] {
    return [...this.element.querySelectorAll('button')];
  }
}
