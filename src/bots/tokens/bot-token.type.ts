import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BotScopeName } from '../../caller/index.js';
import { DateTime } from '../../graphql/index.js';
import { NodeType } from '../../nodes/index.js';
import type { BotToken } from './bot-token.entity.js';

registerEnumType(BotScopeName, {
  name: 'BotScope',
  description: `What a token opens. Every token may look at its bot's rooms and who is in them; what no scope opens takes a person who is signed in: FORBIDDEN. A token for some rooms gets no events
of the house, such as those of public rooms. A subscription is executed once for all bots that ask alike with the same scopes.`,
  valuesMap: {
    EVENTS_READ: { description: 'The feed of events, and consumers.' },
    MESSAGES_READ: {
      description:
        'Messages: without it there is no event and no field that holds one, no file of one, and no search. An operation that selects one is FORBIDDEN as a whole, and does nothing.',
    },
    MESSAGES_WRITE: { description: 'Posting, changing and deleting messages, reactions, pins and typing.' },
    FILES_WRITE: { description: 'Uploading files.' },
    MEMBERS_WRITE: {
      description: 'Adding and removing members, banning them, and lifting bans, as far as its role in the room goes.',
    },
    ROOMS_WRITE: { description: 'Changing rooms, as far as its role in them goes, and leaving them.' },
  },
});

@ObjectType('BotToken', {
  implements: () => [NodeType],
  description: `What a bot signs in with: \`Authorization: Bearer tt_…\` over HTTP, \`authorization\` in connectionParams on a socket; never in an address. Shown once, when it is made: the server keeps a hash of it.`,
})
export class BotTokenType {
  @Field(() => ID, { description: 'Names it for `revokeBotToken`, and in the audit log.' })
  id!: string;

  @Field({ description: 'What its owner calls it.' })
  name!: string;

  @Field(() => [BotScopeName], { description: 'What it opens.' })
  scopes!: BotScopeName[];

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it runs out by itself; null where it does not.' })
  expiresAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was used last, to the minute; null where it never was.',
  })
  lastUsedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'From which address; behind a proxy the one that the proxy saw. Null where that is not known.',
  })
  lastUsedFrom!: string | null;

  /** The rooms that it is for; null where it is for all rooms of the bot. */
  roomIds!: readonly string[] | null;

  static of({ id, name, scopes, roomIds, createdAt, expiresAt, lastUsedAt, lastUsedFrom }: BotToken): BotTokenType {
    const opened = scopes.map((scope) => BotScopeName[scope]);
    return {
      id,
      name,
      scopes: opened,
      roomIds: roomIds?.split(' ') ?? null,
      createdAt,
      expiresAt,
      lastUsedAt,
      lastUsedFrom,
    };
  }
}
