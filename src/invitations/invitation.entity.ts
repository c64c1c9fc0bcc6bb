import { defineEntity, p } from '@mikro-orm/core';
import { Room } from '../rooms/index.js';
import { User } from '../users/index.js';

/** A way in for whoever has its code: into a room, or, without one, to an account. Whether it still counts also depends on who gave it: see the policy. */
const schema = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    code: p.string().unique(),
    roomId: p
      .manyToOne(Room)
      .mapToPk()
      .fieldName('room_id')
      .strictNullable()
      .deleteRule('no action')
      .updateRule('no action'),
    createdById: p.manyToOne(User).mapToPk().fieldName('created_by_id').index(false),
    createdAt: p.datetime(),
    /** Null where it does not end by itself. */
    expiresAt: p.datetime().strictNullable(),
    /** Null where anybody who has the link may follow it. */
    usesLeft: p.integer().strictNullable(),
    /** Whether it makes accounts also where registration is off. */
    allowsRegistration: p.boolean(),
  },
});

export class Invitation extends schema.class {}
schema.setClass(Invitation);
