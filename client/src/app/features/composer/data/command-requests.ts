import { inject, Injectable } from '@angular/core';
import {
  type CommandsInRoomQuery,
  CommandsInRoomDocument,
  InvokeCommandDocument,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { done, type Outcome } from '../../../core/graphql/problem';

/** What may be typed with a slash, and the bot that does it. */
export type Command = NonNullable<NonNullable<CommandsInRoomQuery['room']>['commands']>[number];

/** A command with what was typed after it. */
export interface Invocation {
  readonly roomId: string;
  readonly botId: string;
  readonly command: string;
  readonly text: string;
  readonly nonce: string;
}

@Injectable({ providedIn: 'root' })
export class CommandRequests {
  private readonly graphql = inject(GraphQL);

  async inRoom(roomId: string): Promise<Outcome<readonly Command[]>> {
    const outcome = await this.graphql.query(CommandsInRoomDocument, { roomId });
    return outcome.ok ? done(outcome.value.room?.commands ?? []) : outcome;
  }

  invoke(input: Invocation): Promise<Outcome<unknown>> {
    return this.graphql.mutate(InvokeCommandDocument, { input });
  }
}
