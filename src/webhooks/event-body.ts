import { Injectable } from '@nestjs/common';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { type Actor, GraphQLContext } from '../caller/index.js';
import { Refusal } from '../errors/index.js';
import type { FeedItemType } from '../feed/index.js';
import { executePlanned } from '../graphql/index.js';
import { Cursors, EventLog, type LoggedEvent, placeOf } from '../log/index.js';
import { Selections } from './selections.js';

/** Makes of an event what is sent of it: what the selection gives, with the rights of the bot, as it is now. */
@Injectable()
export class EventBody {
  constructor(
    private readonly selections: Selections,
    private readonly log: EventLog,
    private readonly cursors: Cursors,
  ) {}

  /** Fails where something could not be found out that a moment later can be. */
  async of(event: LoggedEvent, selection: string, bot: Actor): Promise<string> {
    const { schema, document } = this.selections.read(selection, bot);
    const item: FeedItemType = { event, mark: null, live: true, cursor: this.cursors.ofFeed('all', placeOf(event)) };
    const contextValue = new GraphQLContext(bot, '', this.log.head());
    const result = await executePlanned({ schema, document, rootValue: item, contextValue });
    const fault = result.errors?.find((error) => !isRefusal(error));
    if (fault) throw fault;
    return JSON.stringify(eventIn(result));
  }
}

/** What the bot may not see is null, as in every answer. */
function isRefusal({ originalError }: GraphQLError): boolean {
  return originalError instanceof Refusal;
}

function eventIn({ data }: ExecutionResult): unknown {
  const item = data?.events;
  return typeof item === 'object' && item !== null && 'event' in item ? item.event : null;
}
