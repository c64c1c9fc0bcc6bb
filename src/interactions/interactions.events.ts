import { ObjectType } from '@nestjs/graphql';
import { CataloguedEvent, EventType, type LoggedEvent, type Particulars, PersonalEventType } from '../log/index.js';

interface OfCommand extends Particulars {
  readonly v: 1;
  readonly roomId: string;
  readonly command: string;
}

@CataloguedEvent({
  owner: 'person',
  about: 'interaction',
  changes: () => [],
  roomOf: (event) => ofCommand(event).roomId,
})
@ObjectType({
  implements: () => [EventType, PersonalEventType],
  description: `Somebody, the actor, typed a command of the bot that follows: nobody else is told. It answers in the room by \`sendMessage\` with the \`interactionId\`. A token for some rooms is not told of others.`,
})
export class CommandInvoked extends PersonalEventType {
  particulars!: OfCommand;
}

/** What is kept with each event of the kind. */
function ofCommand({ particulars }: LoggedEvent): OfCommand {
  return particulars as OfCommand;
}
