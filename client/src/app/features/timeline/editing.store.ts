import { DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { done, type Outcome, problem, refused } from '../../core/graphql/problem';
import { withMessage } from '../../feed/apply-read';
import { ChatStateStore } from '../../feed/chat-state.store';
import { TimelinePlace } from '../../feed/timeline-place';
import { type ChangeResult, type MessageChange, OutboxStore } from '../outbox';
import { Conversation } from './conversation';
import { MessageRequests } from './data/message-requests';
import { EditDrafts } from './edit-drafts.store';
import { TimelineStore } from './timeline.store';
import type { TimelineMessage } from './timeline.types';

/** Changes messages of a conversation: at most one of them is being edited. One for each timeline. */
@Injectable()
export class EditingStore {
  private readonly chat = inject(ChatStateStore);
  private readonly drafts = inject(EditDrafts);
  private readonly conversation = inject(Conversation);
  private readonly outbox = inject(OutboxStore);
  private readonly place = inject(TimelinePlace);
  private readonly requests = inject(MessageRequests);
  private readonly timeline = inject(TimelineStore);

  private readonly document = inject(DOCUMENT);
  private readonly edited = signal<string | null>(null);
  /** The nonce of a message to be edited once it has arrived. */
  private readonly awaited = signal<string | null>(null);

  /** Of the message that is being edited: its id, or its nonce while it waits to be sent. */
  readonly editId = this.edited.asReadonly();

  constructor() {
    // One that was sent while somebody was editing it is edited on.
    effect(() => {
      const nonce = this.edited();
      if (nonce === null) return;
      const arrived = this.timeline.messages().find((message) => message.id !== null && message.nonce === nonce);
      if (arrived)
        untracked(() => {
          this.goOnWith(nonce, arrived.editId);
        });
    });
    effect(() => {
      const nonce = this.awaited();
      const arrived = nonce === null ? undefined : this.timeline.messages().find((message) => message.nonce === nonce);
      const id = arrived?.id;
      if (id)
        untracked(() => {
          this.awaited.set(null);
          if (this.isFreeToEdit()) this.start(id);
        });
    });
  }

  start(editId: string): void {
    this.edited.set(editId);
  }

  /** False where there is nothing of the viewer's own in sight. One that is on its way is edited as soon as it has arrived. */
  startLast(): boolean {
    const last = this.timeline.messages().findLast(({ canEdit, id, mine }) => canEdit || (mine && id === null));
    if (last?.canEdit) this.start(last.editId);
    else if (last?.delivery === 'sending') this.awaited.set(last.nonce);
    else return false;
    return true;
  }

  cancel(): void {
    this.edited.set(null);
  }

  async save({ id, editId }: Pick<TimelineMessage, 'id' | 'editId'>, body: string): Promise<Outcome<ChangeResult>> {
    const outcome =
      id === null ? this.editWaiting(editId, body) : await this.change({ kind: 'edit', messageId: id, body });
    if (!outcome.ok) return outcome;
    this.drafts.drop(editId);
    if (this.edited() === editId) this.cancel();
    return outcome;
  }

  async remove(messageId: string): Promise<Outcome<ChangeResult>> {
    const outcome = await this.change({ kind: 'delete', messageId });
    // Their own decision: an edit of it is no more wanted than the message.
    if (outcome.ok) this.drafts.drop(messageId);
    return outcome;
  }

  /** For everyone: its links stay. */
  removePreviews(messageId: string): Promise<Outcome<unknown>> {
    const { roomId } = this.conversation;
    return this.chat.read(
      () => this.requests.removePreviews(messageId),
      (state, message) => withMessage(state, roomId, message),
    );
  }

  /** Whoever has gone on to write something else is not taken away from it. */
  private isFreeToEdit(): boolean {
    const { activeElement } = this.document;
    return activeElement instanceof HTMLTextAreaElement && activeElement.value === '';
  }

  private goOnWith(nonce: string, messageId: string): void {
    const draft = this.drafts.of(nonce)();
    if (draft) this.drafts.keep(messageId, draft);
    this.drafts.drop(nonce);
    this.edited.set(messageId);
  }

  private editWaiting(nonce: string, body: string): Outcome<ChangeResult> {
    if (this.outbox.edit(nonce, body)) return done('waits');
    return refused(problem('CONFLICT', $localize`This message is being sent just now. Please try again in a moment.`));
  }

  private change(change: MessageChange): Promise<Outcome<ChangeResult>> {
    const { roomId } = this.conversation;
    return this.outbox.change({ roomId, threadRootId: this.place.threadId }, change);
  }
}
