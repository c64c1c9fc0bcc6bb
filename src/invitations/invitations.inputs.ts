import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTime } from '../graphql/index.js';

@InputType({ description: 'Whom to let in where, and for how long.' })
export class CreateInvitationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A room that the viewer may add people to. Left out, it leads to the server: for administrators.',
  })
  roomId?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it ends: within a year. Seven days from now where it is left out; null for no end.',
  })
  expiresAt?: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many people can follow it: 1 to 10,000. Any number where it is left out.',
  })
  uses?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether it makes accounts also where registration is off: FORBIDDEN but for administrators.',
  })
  allowsRegistration?: boolean | null;
}

@InputType({ description: 'Which invitation.' })
export class RevokeInvitationInput {
  @Field(() => ID, { description: 'One that is not there any more is no error.' })
  invitationId!: string;
}

@InputType({ description: 'Which invitation.' })
export class AcceptInvitationInput {
  @Field({ description: 'The `code` of an invitation. NOT_FOUND where it is spent, revoked or past its time.' })
  code!: string;
}
