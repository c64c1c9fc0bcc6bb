import { DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { ReadMessage } from '../../core/graphql/model';
import type { Outcome } from '../../core/graphql/problem';
import { withMessage } from '../../feed/apply-read';
import { ChatStateStore } from '../../feed/chat-state.store';
import { Conversation } from './conversation';
import { MessageRequests } from './data/message-requests';
import { EditDrafts } from './edit-drafts.store';
import { TimelineStore } from './timeline.store';

/** Changes messages of a conversation: at most one of them is being edited. One for each timeline. */
@Injectable()
export class EditingStore {
  private readonly chat = inject(ChatStateStore);
  private readonly drafts = inject(EditDrafts);
  private readonly conversation = inject(Conversation);
  private readonly requests = inject(MessageRequests);
  private readonly timeline = inject(TimelineStore);

  private readonly document = inject(DOCUMENT);
  private readonly edited = signal<string | null>(null);
  /** The nonce of a message to be edited once it has arrived. */
  private readonly awaited = signal<string | null>(null);

  readonly messageId = this.edited.asReadonly();

  constructor() {
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

  start(messageId: string): void {
    this.edited.set(messageId);
  }

  /** False where there is nothing of the viewer's own in sight. One that is on its way is edited as soon as it has arrived. */
  startLast(): boolean {
    const last = this.timeline.messages().findLast(({ canEdit, id, mine }) => canEdit || (mine && id === null));
    if (last?.id) this.start(last.id);
    else if (last?.delivery === 'sending') this.awaited.set(last.nonce);
    else return false;
    return true;
  }

  cancel(): void {
    this.edited.set(null);
  }

  async save(messageId: string, body: string): Promise<Outcome<unknown>> {
    const outcome = await this.change(() => this.requests.edit(messageId, body));
    if (!outcome.ok) return outcome;
    this.drafts.drop(messageId);
    if (this.edited() === messageId) this.cancel();
    return outcome;
  }

  async remove(messageId: string): Promise<Outcome<unknown>> {
    const outcome = await this.change(() => this.requests.delete(messageId));
    // Their own decision: an edit of it is no more wanted than the message.
    if (outcome.ok) this.drafts.drop(messageId);
    return outcome;
  }

  /** For everyone: its links stay. */
  removePreviews(messageId: string): Promise<Outcome<unknown>> {
    return this.change(() => this.requests.removePreviews(messageId));
  }

  /** Whoever has gone on to write something else is not taken away from it. */
  private isFreeToEdit(): boolean {
    const { activeElement } = this.document;
    return activeElement instanceof HTMLTextAreaElement && activeElement.value === '';
  }

  private change(request: () => Promise<Outcome<ReadMessage>>): Promise<Outcome<ReadMessage>> {
    const { roomId } = this.conversation;
    return this.chat.read(request, (state, message) => withMessage(state, roomId, message));
  }
}
