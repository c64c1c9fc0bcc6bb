import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  MessageDeleted,
  MessageEdited,
  MessageSent,
  RoomMentionChange,
  type SpokenEventType,
} from '../messages/index.js';

const FIELD = {
  nullable: true,
  description:
    'Whether the message began with this event to mention the whole room, or does so no more, as it was then; null where that stayed as it was.',
} as const;

@Resolver(() => MessageSent)
export class MessageSentMentionResolver {
  @ResolveField(() => RoomMentionChange, FIELD)
  roomMention(@Parent() event: MessageSent): RoomMentionChange | null {
    return changeIn(event);
  }
}

@Resolver(() => MessageEdited)
export class MessageEditedMentionResolver {
  @ResolveField(() => RoomMentionChange, FIELD)
  roomMention(@Parent() event: MessageEdited): RoomMentionChange | null {
    return changeIn(event);
  }
}

@Resolver(() => MessageDeleted)
export class MessageDeletedMentionResolver {
  @ResolveField(() => RoomMentionChange, FIELD)
  roomMention(@Parent() event: MessageDeleted): RoomMentionChange | null {
    return changeIn(event);
  }
}

function changeIn({ particulars }: SpokenEventType): RoomMentionChange | null {
  return particulars?.roomMention ?? null;
}
