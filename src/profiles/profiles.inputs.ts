import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { type Part, Upload } from '../files/index.js';
import { DateTime } from '../graphql/index.js';
import { UserType } from '../users/index.js';

@InputType({ description: 'What is to be different. What is left out stays as it is, null clears it.' })
export class UpdateProfileInput {
  @Field(() => String, {
    nullable: true,
    description: '1 to 64 characters in one line, all of them visible; null makes it the username.',
  })
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: 'Up to 500 characters.' })
  about?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A name of the IANA time zone database, such as Europe/Madrid. Any other text is BAD_USER_INPUT.',
  })
  timeZone?: string | null;

  @Field(() => Upload, {
    nullable: true,
    description: `The part of a multipart request that holds a picture, up to 8 MiB: JPEG, PNG, WebP, GIF (its first picture) or AVIF. The server shows its middle, as a square that it draws itself. More bytes are
PAYLOAD_TOO_LARGE, anything else is UNSUPPORTED_MEDIA_TYPE. Null is the same as left out: \`removeAvatar\` takes a picture away.`,
  })
  avatar?: Part | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Takes the picture away.' })
  removeAvatar?: boolean | null;
}

@ObjectType({ description: 'The answer to `updateProfile`.' })
export class UpdateProfilePayload {
  @Field(() => UserType, { description: 'The viewer, as others see them now.' })
  user!: UserType;
}

@InputType({ description: 'What the viewer is up to. Without `emoji` and `text` it takes the status away.' })
export class SetStatusInput {
  @Field(() => String, { nullable: true, description: 'One emoji (RGI).' })
  emoji?: string | null;

  @Field(() => String, { nullable: true, description: 'Up to 100 characters in one line.' })
  text?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it ends by itself, later than now; left out or null, it stays.',
  })
  until?: Date | null;
}

@ObjectType({ description: 'The answer to `setStatus`.' })
export class SetStatusPayload {
  @Field(() => UserType, { description: 'The viewer, as others see them now.' })
  user!: UserType;
}
