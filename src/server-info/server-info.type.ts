import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Settings } from '../config/index.js';
import { MAX_ATTACHMENTS } from '../files/index.js';
import { MAX_MESSAGE_LENGTH } from '../messages/index.js';
import type { Look } from './look.js';
import { VERSION } from './version.js';

@ObjectType({ description: 'The color that stands out in the web client: links, buttons, what is chosen.' })
export class ServerAccent {
  @Field({ description: 'On light ground, as #rrggbb.' })
  light!: string;

  @Field({ description: 'On dark ground, as #rrggbb.' })
  dark!: string;
}

@ObjectType({
  description: 'What this server allows and how large things may be, so that no client writes it down a second time.',
})
export class ServerInfo {
  @Field({ description: 'What its people call this server.' })
  name!: string;

  @Field({ description: 'The version of Tertulia that it runs, as in semantic versioning (semver.org).' })
  version!: string;

  @Field({ description: 'Whether people may enter with only a nickname (enterAsGuest).' })
  guests!: boolean;

  @Field({ description: 'Whether people may create accounts (register).' })
  registration!: boolean;

  @Field(() => Int, { description: 'The largest file that it takes, in bytes.' })
  uploadMaxBytes!: number;

  @Field(() => Int, { description: 'The longest text of a message, in characters (Unicode code points).' })
  messageMaxLength!: number;

  @Field(() => Int, { description: 'How many files one message may have.' })
  attachmentsMax!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'After how many days messages are deleted, with their files; rooms may keep theirs for less. Null where they are kept for ever.',
  })
  messagesKeptDays!: number | null;

  @Field(() => ServerAccent, {
    nullable: true,
    description: 'The color that its administrators chose; null for that of Tertulia.',
  })
  accent!: ServerAccent | null;

  static of({ guests, registration, uploadMaxBytes, messagesKeptDays }: Settings, { name, accent }: Look): ServerInfo {
    return {
      name,
      accent,
      version: VERSION,
      guests,
      registration,
      uploadMaxBytes,
      messageMaxLength: MAX_MESSAGE_LENGTH,
      attachmentsMax: MAX_ATTACHMENTS,
      messagesKeptDays,
    };
  }
}
