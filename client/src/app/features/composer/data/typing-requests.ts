import { inject, Injectable } from '@angular/core';
import { SetTypingDocument } from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';

@Injectable({ providedIn: 'root' })
export class TypingRequests {
  private readonly graphql = inject(GraphQL);

  async setTyping(roomId: string): Promise<void> {
    await this.graphql.mutate(SetTypingDocument, { input: { roomId } });
  }
}
