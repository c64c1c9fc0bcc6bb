import { ChangeDetectionStrategy, Component, computed, ElementRef, effect, inject, input, output } from '@angular/core';
import { after } from '../../shared/time/timer';
import { Icon } from '../../shared/ui/icon/icon';
import { reactionText } from './reaction-text';
import type { ShownReaction } from './shown-reactions';
import { WhoReacted } from './who-reacted.store';
import { numberText } from '../../shared/language/numbers';

/** In milliseconds: whose pointer only passes over a message does not want to know. */
const STAYING = 150;

/** What people reacted with, under a message: once more for the same, or to take one's own back. */
@Component({
  selector: 'app-message-reactions',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'group', '[attr.aria-label]': 'label' },
  template: `
    @for (reaction of reactions(); track reaction.emoji) {
      <button
        type="button"
        class="reaction"
        [attr.aria-pressed]="reaction.mine"
        [attr.aria-label]="textOf(reaction)"
        data-tooltip
        [attr.aria-disabled]="canAdd() || reaction.mine ? null : true"
        (click)="toggle(reaction)"
      >
        <span class="emoji">{{ reaction.emoji }}</span><span class="count">{{ numberText(reaction.count) }}</span>
      </button>
    }
    @if (canAdd()) {
      <button #more type="button" class="reaction more" [attr.aria-label]="addLabel()" (click)="wanted.emit(more)">
        <app-icon name="smile-plus" [size]="16" />
      </button>
    }
  `,
  styleUrl: './message-reactions.scss',
})
export class MessageReactions {
  readonly messageId = input.required<string>();
  readonly reactions = input.required<readonly ShownReaction[]>();
  /** Which message it is, for those who hear it alone. */
  readonly about = input.required<string>();
  /** Whether somebody is at the message: the names are asked for then. */
  readonly isActive = input(false);
  /** Whether the viewer may react there. */
  readonly canAdd = input(true);
  readonly toggled = output<ShownReaction>();
  readonly wanted = output<HTMLElement>();

  protected readonly label = $localize`Reactions`;
  protected readonly addLabel = computed(() => $localize`Add a reaction to ${this.about()}:message:`);
  protected readonly numberText = numberText;
  private readonly who = inject(WhoReacted);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    effect((onCleanup) => {
      this.who.version();
      const messageId = this.messageId();
      if (this.isActive()) onCleanup(after(STAYING, () => void this.who.ask(messageId)));
    });
  }

  protected textOf(reaction: ShownReaction): string {
    return reactionText(reaction, this.who.of(this.messageId()).get(reaction.emoji) ?? []);
  }

  protected toggle(reaction: ShownReaction): void {
    // One's own can always be taken back.
    if (!this.canAdd() && !reaction.mine) return;
    // Its button goes with the last one, and must not take the reader's place along.
    if (reaction.mine && reaction.count === 1)
      this.element.closest<HTMLElement>('article')?.focus({ preventScroll: true });
    this.toggled.emit(reaction);
  }
}
