import { Field, ObjectType } from '@nestjs/graphql';
import { RoomType } from '../rooms/index.js';
import { InvitationType } from './invitation.type.js';

@ObjectType({ description: 'The new invitation.' })
export class CreateInvitationPayload {
  @Field(() => InvitationType, { description: 'With its `code` and `path`.' })
  invitation!: InvitationType;
}

@ObjectType({ description: 'Nobody can follow the invitation any more.' })
export class RevokeInvitationPayload {
  @Field(() => RoomType, {
    nullable: true,
    description:
      'The room that it led to; null where it led to none, where the viewer may not see it, or there was no such invitation.',
  })
  room!: RoomType | null;
}

@ObjectType({ description: 'Where the invitation led to.' })
export class AcceptInvitationPayload {
  @Field(() => RoomType, {
    nullable: true,
    description: 'The room that the viewer is in now; null where the invitation leads to none.',
  })
  room!: RoomType | null;
}
