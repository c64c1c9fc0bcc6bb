import { Clipboard } from '@angular/cdk/clipboard';
import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router } from '@angular/router';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import type { Outcome } from '../../core/graphql/problem';
import { momentInFull, momentInText } from '../../shared/text/dates';
import { ServerClock } from '../../shared/time/server-clock';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { focusWriting } from '../../shared/ui/focus/focus-writing';
import { isFocusLost } from '../../shared/ui/focus/page-heading';
import { setTabStops } from '../../shared/ui/focus/tab-stops';
import { Icon } from '../../shared/ui/icon/icon';
import { MenuLayer } from '../../shared/ui/overlay/menu-layer';
import { ChatStateStore } from '../../feed/chat-state.store';
import { threadPath } from '../../feed/message-path';
import { TimelinePlace } from '../../feed/timeline-place';
import { Notes } from '../../shared/ui/feedback/notes';
import { Answering, MessageQuote } from '../answers';
import { PinsStore, SavedStore } from '../kept';
import { WhyNotified } from '../notifications';
import { type OutboxChange, OutboxStore } from '../outbox';
import { PersonCards, PersonCardTrigger, StatusEmoji } from '../people';
import { MessageReactions, ReactionPicking, ReactionsStore, type ShownReaction, shownReactions } from '../reactions';
import { ReportQuestion } from '../reports';
import { Attachments } from './attachments';
import { ChangeNote } from './change-note';
import { Conversation } from './conversation';
import { DeliveryNote } from './delivery-note';
import { EditDrafts } from './edit-drafts.store';
import { EditingStore } from './editing.store';
import { LinkPreviews } from './link-previews';
import { MessageBody } from './message-body';
import { MessageEditor } from './message-editor';
import { MessageKeys } from './message-keys';
import { messageTitle } from './message-title';
import { ReadingStore } from './reading.store';
import { ThreadLink } from './thread-link';
import { TimelineStore } from './timeline.store';
import type { TimelineMessage } from './timeline.types';
import { UnsavedEdit } from './unsaved-edit';

@Component({
  selector: 'app-message-view',
  imports: [
    Attachments,
    Avatar,
    ChangeNote,
    DeliveryNote,
    Icon,
    LinkPreviews,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    MenuLayer,
    MessageBody,
    MessageEditor,
    MessageQuote,
    MessageReactions,
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
  private readonly editing = inject(EditingStore);
  private readonly outbox = inject(OutboxStore);
  protected readonly author = computed(() => this.message().author);
  /** Which message it is that a button changes, for those who hear its name alone. */
  protected readonly about = computed(() => messageTitle(this.message()));
  protected readonly when = computed(() => momentInFull(this.message().createdAt));
  protected readonly isEditing = computed(() => this.editing.editId() === this.message().editId);
  private readonly drafts = inject(EditDrafts);
  /** An edit of this message that its author has not saved. */
  protected readonly unsaved = computed(() => {
    const { editId, mine } = this.message();
    return mine ? this.drafts.of(editId)() : null;
  });
  private readonly clock = inject(ServerClock);
  private readonly announcements = inject(AnnouncementsStore);
  private readonly confirm = inject(Confirm);
  private readonly notes = inject(Notes);
  private readonly clipboard = inject(Clipboard);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly keys = inject(MessageKeys);
  private readonly reading = inject(ReadingStore);
  protected readonly timeline = inject(TimelineStore);
  protected readonly hovered = signal(false);
  private readonly isReached = computed(() => this.keys.current() === this.message().key || this.isEditing());

  /** What one may want at hand is not in the page a hundred times. */
  protected readonly isActive = computed(() => this.hovered() || this.isReached());

  private readonly conversation = inject(Conversation);
  protected readonly place = inject(TimelinePlace);
  private readonly router = inject(Router);
  private readonly answering = inject(Answering);
  private readonly picking = inject(ReactionPicking);
  private readonly cards = inject(PersonCards);
  private readonly pins = inject(PinsStore);
  private readonly reports = inject(ReportQuestion);
  private readonly chat = inject(ChatStateStore);
  private readonly reactions = inject(ReactionsStore);
  private readonly saved = inject(SavedStore);
  private readonly why = inject(WhyNotified);
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

  protected edit(): void {
    this.editing.start(this.message().editId);
  }

  protected reply(): void {
    const { id, number, author, body, attachments } = this.message();
    if (id === null || number === null) return;
    this.answering.start(this.place, { id, number, author, body, deletedAt: null, attachments });
    // Also on a touch screen, whose keyboard is wanted now.
    document.getElementById(`${this.place.idPrefix}message-box`)?.focus({ preventScroll: true });
  }

  protected openThread(): void {
    const { id } = this.message();
    if (id !== null) void this.router.navigateByUrl(threadPath(this.conversation.roomId, id));
  }

  protected async showAnswered(number: number): Promise<void> {
    if (!(await this.timeline.showMessage(number))) this.notes.open('That message couldn’t be loaded.', 'Close');
  }

  protected pressed(event: Event): void {
    if (!(event instanceof CustomEvent) || this.isEditing()) return;
    const key: unknown = event.detail;
    if (key === 'p') this.showProfile();
    else if (!this.message().canMark) return;
    else if (key === 'r' && this.message().canAnswer) this.reply();
    else if (key === 't' && this.message().canStartThread) this.openThread();
    else if (key === '+' && this.message().canReact) void this.pickReactionByKey();
    else return;
    event.preventDefault();
  }

  /** Beside the message, which the focus comes back to. */
  protected showProfile(): void {
    const article = this.element.querySelector('article');
    if (article) this.cards.open(article, this.author());
  }

  protected async pickReaction(origin: HTMLElement, back = origin): Promise<void> {
    const emoji = await this.picking.pick(origin, `React to ${this.about()}`, back);
    if (emoji !== null) this.react(emoji, true);
  }

  protected toggle({ emoji, mine }: ShownReaction): void {
    this.react(emoji, !mine);
  }

  protected async pin(): Promise<void> {
    const { id, pinned } = this.message();
    if (id === null) return;
    const outcome = await this.pins.set(this.conversation.roomId, id, !pinned);
    if (outcome.ok && outcome.value === 'waits') this.announcements.say(waitsWords(pinned ? 'unpinned' : 'pinned'));
    else this.tell(outcome, pinned ? 'Message unpinned.' : 'Message pinned.');
  }

  protected async save(): Promise<void> {
    const { id, viewerState } = this.message();
    if (id === null) return;
    const outcome = await this.saved.set(this.conversation.roomId, id, !viewerState.isSaved);
    this.tell(outcome, viewerState.isSaved ? 'No longer saved.' : 'Saved for later.');
  }

  protected copyLink(): void {
    const { path } = this.message();
    if (path === null) return;
    this.clipboard.copy(location.origin + path);
    this.notes.open('Link copied.', undefined, { duration: 2500 });
  }

  protected editedWhen(editedAt: string): string {
    return `Edited ${momentInText(editedAt, this.clock.now())}`;
  }

  protected copy(): void {
    this.clipboard.copy(this.message().body);
    this.notes.open('Copied.', undefined, { duration: 2500 });
  }

  protected async markUnread(fromNumber: number): Promise<void> {
    const outcome = await this.reading.markUnread(fromNumber);
    if (outcome.ok) this.announcements.say('Marked as unread from here.');
    else this.notes.open(outcome.problem.message, 'Close');
  }

  protected async whyNotified(): Promise<void> {
    const { id } = this.message();
    if (id === null) return;
    await this.why.show(id);
    if (isFocusLost()) focusWriting(this.place.idPrefix);
  }

  protected async report(): Promise<void> {
    const { id } = this.message();
    if (id === null) return;
    const room = this.chat.state()?.rooms.get(this.conversation.roomId)?.room;
    const roomName = room?.kind === 'DIRECT' ? null : (room?.name ?? '');
    const isReported = await this.reports.ask({ messageId: id, authorName: this.author().displayName, roomName });
    if (isFocusLost()) focusWriting(this.place.idPrefix);
    if (isReported) this.notes.open('Reported. Thank you.', undefined, { duration: 4000 });
  }

  protected copyUnsaved(): void {
    this.clipboard.copy(this.unsaved()?.text ?? '');
    this.notes.open('Copied.', undefined, { duration: 2500 });
  }

  protected dropUnsaved(): void {
    this.drafts.drop(this.message().editId);
    this.announcements.say('Your changes were discarded.');
    focusWriting(this.place.idPrefix);
  }

  protected sendAgain(nonce: string): void {
    this.outbox.sendAgain(nonce);
    focusWriting(this.place.idPrefix);
  }

  protected discard(nonce: string): void {
    this.outbox.discard(nonce);
    this.announcements.say('Message discarded.');
    focusWriting(this.place.idPrefix);
  }

  protected changeAgain({ nonce }: OutboxChange): void {
    this.outbox.sendAgain(nonce);
    focusWriting(this.place.idPrefix);
  }

  protected discardChange({ nonce }: OutboxChange): void {
    this.outbox.discard(nonce);
    this.announcements.say('The change was discarded.');
    focusWriting(this.place.idPrefix);
  }

  protected copyChange({ change }: OutboxChange): void {
    if (change.kind === 'edit') this.clipboard.copy(change.body);
    this.notes.open('Copied.', undefined, { duration: 2500 });
  }

  protected async remove(): Promise<void> {
    const { id, mine } = this.message();
    const sure = await this.confirm.ask({
      heading: mine ? 'Delete your message?' : `Delete ${this.author().displayName}’s message?`,
      text: 'Its text and files will be deleted for everyone. This can’t be undone.',
      verb: 'Delete',
    });
    // The button that has asked goes with the message, where somebody else has deleted it meanwhile.
    if (isFocusLost()) focusWriting(this.place.idPrefix);
    if (!sure || !id) return;
    const outcome = await this.editing.remove(id);
    if (!outcome.ok) {
      this.notes.open(outcome.problem.message, 'Close');
      return;
    }
    this.announcements.say(outcome.value === 'done' ? 'Message deleted.' : waitsWords('deleted'));
    focusWriting(this.place.idPrefix);
  }

  protected async removePreviews(): Promise<void> {
    const { id, linkPreviews } = this.message();
    const isOne = linkPreviews.length === 1;
    const sure = await this.confirm.ask({
      heading: isOne ? 'Remove the link preview?' : 'Remove the link previews?',
      text: isOne
        ? 'It will be removed for everyone, and won’t come back. The link stays.'
        : 'They will be removed for everyone, and won’t come back. The links stay.',
      verb: 'Remove',
    });
    if (!sure || !id) return;
    const outcome = await this.editing.removePreviews(id);
    this.tell(outcome, isOne ? 'Link preview removed.' : 'Link previews removed.');
  }

  /** From the message itself, where the focus comes back to. */
  private async pickReactionByKey(): Promise<void> {
    const tools = this.element.querySelector<HTMLElement>('.tools');
    const article = this.element.querySelector('article');
    if (tools && article) await this.pickReaction(tools, article);
  }

  private react(emoji: string, isOn: boolean): void {
    const { id } = this.message();
    if (id !== null) this.reactions.react({ roomId: this.conversation.roomId, messageId: id, emoji, isOn });
  }

  private tell(outcome: Outcome<unknown>, words: string): void {
    if (outcome.ok) this.announcements.say(words);
    else this.notes.open(outcome.problem.message, 'Close');
  }
}

function waitsWords(done: string): string {
  return `The message will be ${done} when you’re back online.`;
}
