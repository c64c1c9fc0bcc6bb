import { Clipboard } from '@angular/cdk/clipboard';
import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import type { Outcome } from '../../core/graphql/problem';
import { ChatStateStore } from '../../feed/chat-state.store';
import { threadPath } from '../../feed/message-path';
import { TimelinePlace } from '../../feed/timeline-place';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { Notes } from '../../shared/ui/feedback/notes';
import { focusWriting } from '../../shared/ui/focus/focus-writing';
import { isFocusLost } from '../../shared/ui/focus/page-heading';
import { Answering } from '../answers';
import { PinsStore, SavedStore } from '../kept';
import { WhyNotified } from '../notifications';
import { type OutboxChange, OutboxStore } from '../outbox';
import { PersonCards } from '../people';
import { ReactionPicking, ReactionsStore, type ShownReaction } from '../reactions';
import { ReportQuestion } from '../reports';
import { Conversation } from './conversation';
import { EditDrafts } from './edit-drafts.store';
import { EditingStore } from './editing.store';
import { messageTitle } from './message-title';
import { ReadingStore } from './reading.store';
import { TimelineStore } from './timeline.store';
import type { TimelineMessage } from './timeline.types';

/** What can be done with a message: by its buttons, its menu and its keys. One for each timeline, not for each message. */
@Injectable()
export class MessageActions {
  private readonly announcements = inject(AnnouncementsStore);
  private readonly answering = inject(Answering);
  private readonly cards = inject(PersonCards);
  private readonly chat = inject(ChatStateStore);
  private readonly clipboard = inject(Clipboard);
  private readonly confirm = inject(Confirm);
  private readonly conversation = inject(Conversation);
  private readonly drafts = inject(EditDrafts);
  private readonly editing = inject(EditingStore);
  private readonly notes = inject(Notes);
  private readonly outbox = inject(OutboxStore);
  private readonly picking = inject(ReactionPicking);
  private readonly pins = inject(PinsStore);
  private readonly place = inject(TimelinePlace);
  private readonly reactions = inject(ReactionsStore);
  private readonly reading = inject(ReadingStore);
  private readonly reports = inject(ReportQuestion);
  private readonly router = inject(Router);
  private readonly saved = inject(SavedStore);
  private readonly timeline = inject(TimelineStore);
  private readonly why = inject(WhyNotified);

  edit({ editId }: TimelineMessage): void {
    this.editing.start(editId);
  }

  reply({ id, number, author, body, attachments }: TimelineMessage): void {
    if (id === null || number === null) return;
    this.answering.start(this.place, { id, number, author, body, deletedAt: null, attachments });
    // Also on a touch screen, whose keyboard is wanted now.
    document.getElementById(`${this.place.idPrefix}message-box`)?.focus({ preventScroll: true });
  }

  openThread({ id }: TimelineMessage): void {
    if (id !== null) void this.router.navigateByUrl(threadPath(this.conversation.roomId, id));
  }

  async showAnswered(number: number): Promise<void> {
    if (!(await this.timeline.showMessage(number)))
      this.notes.open($localize`That message couldn’t be loaded.`, $localize`Close`);
  }

  /** Beside an element, which the focus comes back to. */
  showProfile({ author }: TimelineMessage, beside: HTMLElement): void {
    void this.cards.open(beside, author);
  }

  /** At an element; the focus comes back to the second one. */
  async pickReaction(message: TimelineMessage, origin: HTMLElement, back = origin): Promise<void> {
    const emoji = await this.picking.pick(origin, $localize`React to ${messageTitle(message)}:message:`, back);
    if (emoji !== null) this.react(message, emoji, true);
  }

  toggle(message: TimelineMessage, { emoji, mine }: ShownReaction): void {
    this.react(message, emoji, !mine);
  }

  async pin({ id, pinned }: TimelineMessage): Promise<void> {
    if (id === null) return;
    const outcome = await this.pins.set(this.conversation.roomId, id, !pinned);
    if (outcome.ok && outcome.value === 'waits')
      this.announcements.say(
        pinned
          ? $localize`The message will be unpinned when you’re back online.`
          : $localize`The message will be pinned when you’re back online.`,
      );
    else this.tell(outcome, pinned ? $localize`Message unpinned.` : $localize`Message pinned.`);
  }

  async save({ id, viewerState }: TimelineMessage): Promise<void> {
    if (id === null) return;
    const outcome = await this.saved.set(this.conversation.roomId, id, !viewerState.isSaved);
    this.tell(outcome, viewerState.isSaved ? $localize`No longer saved.` : $localize`Saved for later.`);
  }

  copyLink({ path }: TimelineMessage): void {
    if (path === null) return;
    this.clipboard.copy(location.origin + path);
    this.notes.open($localize`Link copied.`, undefined, { duration: 2500 });
  }

  copy(text: string): void {
    this.clipboard.copy(text);
    this.notes.open($localize`Copied.`, undefined, { duration: 2500 });
  }

  async markUnread(fromNumber: number): Promise<void> {
    const outcome = await this.reading.markUnread(fromNumber);
    if (outcome.ok) this.announcements.say($localize`Marked as unread from here.`);
    else this.notes.open(outcome.problem.message, $localize`Close`);
  }

  async whyNotified({ id }: TimelineMessage): Promise<void> {
    if (id === null) return;
    await this.why.show(id);
    if (isFocusLost()) focusWriting(this.place.idPrefix);
  }

  async report({ id, author }: TimelineMessage): Promise<void> {
    if (id === null) return;
    const room = this.chat.state()?.rooms.get(this.conversation.roomId)?.room;
    const roomName = room?.kind === 'DIRECT' ? null : (room?.name ?? '');
    const isReported = await this.reports.ask({ messageId: id, authorName: author.displayName, roomName });
    if (isFocusLost()) focusWriting(this.place.idPrefix);
    if (isReported) this.notes.open($localize`Reported. Thank you.`, undefined, { duration: 4000 });
  }

  dropUnsaved({ editId }: TimelineMessage): void {
    this.drafts.drop(editId);
    this.announcements.say($localize`Your changes were discarded.`);
    focusWriting(this.place.idPrefix);
  }

  sendAgain(nonce: string): void {
    this.outbox.sendAgain(nonce);
    focusWriting(this.place.idPrefix);
  }

  discard(nonce: string): void {
    this.outbox.discard(nonce);
    this.announcements.say($localize`Message discarded.`);
    focusWriting(this.place.idPrefix);
  }

  discardChange({ nonce }: OutboxChange): void {
    this.outbox.discard(nonce);
    this.announcements.say($localize`The change was discarded.`);
    focusWriting(this.place.idPrefix);
  }

  copyChange({ change }: OutboxChange): void {
    if (change.kind === 'edit') this.copy(change.body);
  }

  async remove({ id, mine, author }: TimelineMessage): Promise<void> {
    const sure = await this.confirm.ask({
      heading: mine ? $localize`Delete your message?` : $localize`Delete ${author.displayName}:name:’s message?`,
      text: $localize`Its text and files will be deleted for everyone. This can’t be undone.`,
      verb: $localize`Delete`,
    });
    // The button that has asked goes with the message, where somebody else has deleted it meanwhile.
    if (isFocusLost()) focusWriting(this.place.idPrefix);
    if (!sure || !id) return;
    const outcome = await this.editing.remove(id);
    if (!outcome.ok) {
      this.notes.open(outcome.problem.message, $localize`Close`);
      return;
    }
    this.announcements.say(
      outcome.value === 'done'
        ? $localize`Message deleted.`
        : $localize`The message will be deleted when you’re back online.`,
    );
    focusWriting(this.place.idPrefix);
  }

  async removePreviews({ id, linkPreviews }: TimelineMessage): Promise<void> {
    const isOne = linkPreviews.length === 1;
    const sure = await this.confirm.ask({
      heading: isOne ? $localize`Remove the link preview?` : $localize`Remove the link previews?`,
      text: isOne
        ? $localize`It will be removed for everyone, and won’t come back. The link stays.`
        : $localize`They will be removed for everyone, and won’t come back. The links stay.`,
      verb: $localize`Remove`,
    });
    if (!sure || !id) return;
    const outcome = await this.editing.removePreviews(id);
    this.tell(outcome, isOne ? $localize`Link preview removed.` : $localize`Link previews removed.`);
  }

  private react({ id }: TimelineMessage, emoji: string, isOn: boolean): void {
    if (id !== null) this.reactions.react({ roomId: this.conversation.roomId, messageId: id, emoji, isOn });
  }

  private tell(outcome: Outcome<unknown>, words: string): void {
    if (outcome.ok) this.announcements.say(words);
    else this.notes.open(outcome.problem.message, $localize`Close`);
  }
}
