import { NgComponentOutlet } from '@angular/common';
import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  type Type,
  untracked,
} from '@angular/core';
import { momentInFull, momentInText } from '../../shared/text/dates';
import { ServerClock } from '../../shared/time/server-clock';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { focusWriting } from '../../shared/ui/focus/focus-writing';
import { hovers } from '../../shared/ui/focus/hovers';
import { setTabStops } from '../../shared/ui/focus/tab-stops';
import { Icon } from '../../shared/ui/icon/icon';
import { TimelinePlace } from '../../feed/timeline-place';
import { MessageQuote } from '../answers';
import { PersonCardTrigger, StatusEmoji } from '../people';
import { MessageReactions, ReactionsStore, shownReactions } from '../reactions';
import { Attachments } from './attachments';
import { ChangeNote } from './change-note';
import { DeliveryNote } from './delivery-note';
import { EditDrafts } from './edit-drafts.store';
import { EditingStore } from './editing.store';
import { LinkPreviews } from './link-previews';
import { MessageActions } from './message-actions';
import { MessageBody } from './message-body';
import { MessageEditor } from './message-editor';
import { MessageKeys } from './message-keys';
import { MessageMenus } from './message-menus';
import { messageTitle } from './message-title';
import { ThreadLink } from './thread-link';
import { TimelineStore } from './timeline.store';
import type { TimelineMessage } from './timeline.types';
import { UnsavedEdit } from './unsaved-edit';

/** Where nothing hovers, the button of the menu is seen on each message. */
const HAS_NO_HOVER = !hovers();

@Component({
  selector: 'app-message-view',
  imports: [
    Attachments,
    Avatar,
    ChangeNote,
    DeliveryNote,
    Icon,
    LinkPreviews,
    MessageBody,
    MessageEditor,
    MessageQuote,
    MessageReactions,
    NgComponentOutlet,
    PersonCardTrigger,
    StatusEmoji,
    ThreadLink,
    UnsavedEdit,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '[class.editing]': 'isEditing()',
    '[class.first]': 'first()',
    '[class.shown]': 'timeline.shown()?.key === message().key',
    '(animationend)': 'timeline.seen(message().key)',
    '(pointerenter)': 'hovered.set(true)',
    '(pointerleave)': 'hovered.set(false)',
    '(shortcut)': 'pressed($event)',
  },
  templateUrl: './message-view.html',
  styleUrl: './message-view.scss',
})
export class MessageView {
  readonly message = input.required<TimelineMessage>();
  /** Of what its author said in one go: the name and the face stand beside it. */
  readonly first = input(false);

  /** The reader has asked for it, though they block whoever wrote it. */
  protected readonly unfolded = signal(false);
  protected readonly isFolded = computed(() => this.message().isBlocked && !this.unfolded());
  protected readonly actions = inject(MessageActions);
  private readonly menus = inject(MessageMenus);
  private readonly editing = inject(EditingStore);
  protected readonly author = computed(() => this.message().author);
  /** Which message it is that a button changes, for those who hear its name alone. */
  protected readonly about = computed(() => messageTitle(this.message()));
  protected readonly label = computed(
    () => $localize`${this.author().displayName}:name:, ${this.message().time}:time:`,
  );
  protected readonly kind = computed(() => (this.author().kind === 'GUEST' ? $localize`guest` : $localize`bot`));
  protected readonly showLabel = computed(
    () => $localize`Show the message of ${this.author().displayName}:name:, ${this.message().time}:time:`,
  );
  protected readonly menuLabel = computed(() => $localize`More actions for ${this.about()}:message:`);
  protected readonly toolLabels = computed(() => {
    const message = this.about();
    return {
      react: $localize`React to ${message}:message:`,
      reply: $localize`Reply to ${message}:message:`,
      thread: $localize`Reply in thread to ${message}:message:`,
      edit: $localize`Edit ${message}:message:`,
      delete: $localize`Delete ${message}:message:`,
    };
  });
  protected readonly when = computed(() => momentInFull(this.message().createdAt));
  protected readonly isEditing = computed(() => this.editing.editId() === this.message().editId);
  private readonly drafts = inject(EditDrafts);
  /** An edit of this message that its author has not saved. */
  protected readonly unsaved = computed(() => {
    const { editId, mine } = this.message();
    return mine ? this.drafts.of(editId)() : null;
  });
  private readonly clock = inject(ServerClock);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly keys = inject(MessageKeys);
  protected readonly timeline = inject(TimelineStore);
  protected readonly hovered = signal(false);
  private readonly isReached = computed(() => this.keys.current() === this.message().key || this.isEditing());

  /** What one may want at hand is not in the page a hundred times. */
  protected readonly isActive = computed(() => this.hovered() || this.isReached());
  protected readonly hasIcon = computed(() => HAS_NO_HOVER || this.isActive());
  protected readonly hasTools = computed(() => {
    const { id, deleted, canMark, canDelete, mine } = this.message();
    return !deleted && !this.isFolded() && id !== null && !this.isEditing() && (canMark || canDelete || !mine);
  });
  /** Once somebody has opened it. It opens as it comes, and so must not come back by itself when its message has been edited. */
  protected readonly menu = linkedSignal<boolean, Type<unknown> | null>({
    source: this.hasTools,
    computation: () => null,
  });
  protected menuByPointer = false;

  protected readonly place = inject(TimelinePlace);
  private readonly reactions = inject(ReactionsStore);
  protected readonly shownReactions = computed(() =>
    shownReactions(this.message(), this.reactions.wishesFor(this.message().id)),
  );

  constructor() {
    // Its editor has gone with it, and the focus that was in there.
    effect(() => {
      if (!this.message().deleted || !this.isEditing()) return;
      untracked(() => {
        this.editing.cancel();
      });
      focusWriting(this.place.idPrefix);
    });
    // Links and buttons of a hundred messages would be as many stops on the way to the composer: those of one message are.
    afterRenderEffect(() => {
      this.message();
      this.shownReactions();
      this.isActive();
      this.menu();
      const isReached = this.isReached();
      untracked(() => {
        setTabStops(this.element, isReached);
      });
    });
  }

  /** The button goes with it: the focus stays with the message. */
  protected unfold(): void {
    this.unfolded.set(true);
    this.element.querySelector<HTMLElement>('article')?.focus({ preventScroll: true });
  }

  protected async openMenu({ detail }: MouseEvent): Promise<void> {
    this.menuByPointer = detail > 0;
    this.menu.set(await this.menus.load());
  }

  protected pressed(event: Event): void {
    if (!(event instanceof CustomEvent) || this.isEditing()) return;
    const key: unknown = event.detail;
    const message = this.message();
    if (key === 'p') this.showProfile();
    else if (!message.canMark) return;
    else if (key === 'r' && message.canAnswer) this.actions.reply(message);
    else if (key === 't' && message.canStartThread) this.actions.openThread(message);
    else if (key === '+' && message.canReact) void this.pickReactionByKey();
    else return;
    event.preventDefault();
  }

  /** Beside the message, which the focus comes back to. */
  protected showProfile(): void {
    const article = this.element.querySelector('article');
    if (article) this.actions.showProfile(this.message(), article);
  }

  protected editedWhen(editedAt: string): string {
    return $localize`Edited ${momentInText(editedAt, this.clock.now())}:time:`;
  }

  /** From the message itself, where the focus comes back to. */
  private async pickReactionByKey(): Promise<void> {
    const tools = this.element.querySelector<HTMLElement>('.tools');
    const article = this.element.querySelector('article');
    if (tools && article) await this.actions.pickReaction(this.message(), tools, article);
  }
}
