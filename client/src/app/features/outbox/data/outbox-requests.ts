import { inject, Injectable } from '@angular/core';
import {
  DeleteMessageDocument,
  EditMessageDocument,
  PinMessageDocument,
  SendMessageDocument,
  type SendMessageInput,
  UnpinMessageDocument,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import type { ReadMessage } from '../../../core/graphql/model';
import { done, type Outcome } from '../../../core/graphql/problem';
import type { MessageChange } from '../outbox-entry';

@Injectable({ providedIn: 'root' })
export class OutboxRequests {
  private readonly graphql = inject(GraphQL);

  async send(input: SendMessageInput): Promise<Outcome<ReadMessage>> {
    const outcome = await this.graphql.mutate(SendMessageDocument, { input });
    return outcome.ok ? done(outcome.value.sendMessage.message) : outcome;
  }

  /** Gives the message as it is then. */
  change(change: MessageChange): Promise<Outcome<ReadMessage>> {
    const { messageId } = change;
    if (change.kind === 'edit') return this.edit(messageId, change.body);
    if (change.kind === 'delete') return this.delete(messageId);
    return change.isPinned ? this.pin(messageId) : this.unpin(messageId);
  }

  private async edit(messageId: string, body: string): Promise<Outcome<ReadMessage>> {
    const outcome = await this.graphql.mutate(EditMessageDocument, { input: { messageId, body } });
    return outcome.ok ? done(outcome.value.editMessage.message) : outcome;
  }

  private async delete(messageId: string): Promise<Outcome<ReadMessage>> {
    const outcome = await this.graphql.mutate(DeleteMessageDocument, { input: { messageId } });
    return outcome.ok ? done(outcome.value.deleteMessage.message) : outcome;
  }

  private async pin(messageId: string): Promise<Outcome<ReadMessage>> {
    const outcome = await this.graphql.mutate(PinMessageDocument, { input: { messageId } });
    return outcome.ok ? done(outcome.value.pinMessage.message) : outcome;
  }

  private async unpin(messageId: string): Promise<Outcome<ReadMessage>> {
    const outcome = await this.graphql.mutate(UnpinMessageDocument, { input: { messageId } });
    return outcome.ok ? done(outcome.value.unpinMessage.message) : outcome;
  }
}
