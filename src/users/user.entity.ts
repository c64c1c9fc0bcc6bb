import { defineEntity, p } from '@mikro-orm/core';

/** Somebody who has or had an account. Rows stay for ever: messages keep their author. */
const schema = defineEntity({
  name: 'User',
  tableName: 'user',
  properties: {
    id: p.uuid().primary(),
    username: p.string(),
    /** The username folded: what uniqueness is about. Of a deleted account what it was cannot be read in it, and is nobody else's (`taken-away.ts`). */
    usernameKey: p.string().unique(),
    displayName: p.string(),
    displayNameKey: p.string().index(),
    /** Username and display name, folded: what a search looks through. */
    searchText: p.text().default(''),
    kind: p.enum(['PERSON', 'GUEST', 'BOT'] as const),
    /** Argon2id in PHC form; null for those who have no password. */
    passwordHash: p.text().strictNullable(),
    /** Whether they may read the audit log and appoint others. */
    isAdministrator: p.boolean().default(false),
    /** Names the picture that is shown of them, in all its sizes: another one for each that they choose. */
    avatarVersion: p.string().strictNullable(),
    about: p.text().strictNullable(),
    /** A name of the IANA's time zone database. */
    timeZone: p.string().strictNullable(),
    statusEmoji: p.string().strictNullable(),
    /** Empty beside an emoji alone; null where there is no status. */
    statusText: p.string().strictNullable(),
    /** When the status ends by itself; it stands here until another one is set. */
    statusUntil: p.datetime().strictNullable(),
    createdAt: p.datetime(),
    /** Since when an administrator keeps them out; null where nobody does. What they said and where they are stays. */
    disabledAt: p.datetime().strictNullable(),
    /** When a guest's stay ended, so that their nickname is free again; or when the account was deleted. */
    endedAt: p.datetime().strictNullable(),
  },
  uniques: [
    { name: 'user_guest_name_unique', properties: ['displayNameKey'], where: { kind: 'GUEST', endedAt: null } },
  ],
});

export class User extends schema.class {}
schema.setClass(User);
