import { Injectable } from '@nestjs/common';
import { Authenticator } from '../auth/index.js';
import type { Actor } from '../caller/index.js';
import { Database, type Locks, type Transaction } from '../database/index.js';
import { Avatars } from '../files/index.js';
import { Clock } from '../runtime/index.js';
import { type ChangedProfile, type User, UserNotFound, UsersService, UserType } from '../users/index.js';
import { statusFrom, textsFrom } from './profile-texts.js';
import { GuestsHaveNoProfile, PictureGivenAndRemoved } from './profiles.errors.js';
import type { SetStatusInput, UpdateProfileInput } from './profiles.inputs.js';

/** What people show of themselves. */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly database: Database,
    private readonly authenticator: Authenticator,
    private readonly users: UsersService,
    private readonly avatars: Avatars,
    private readonly clock: Clock,
  ) {}

  /** A guest is known by their nickname alone, which is nobody else's while they are here. */
  async updateProfile(actor: Actor, input: UpdateProfileInput): Promise<UserType> {
    if (actor.isGuest) throw new GuestsHaveNoProfile();
    const { avatar, removeAvatar } = input;
    if (avatar && removeAvatar) throw new PictureGivenAndRemoved();
    // Words that are refused are refused before a picture is read.
    textsFrom(input, await this.known(actor));
    const images = avatar ? await this.avatars.draw(avatar) : [];
    try {
      return await this.change(actor, async (tx, user) => ({
        ...textsFrom(input, user),
        ...(removeAvatar && { avatarVersion: null }),
        ...(images.length > 0 && { avatarVersion: await this.avatars.keep(tx, user, images) }),
      }));
    } catch (error) {
      await this.avatars.discard(images);
      throw error;
    }
  }

  setStatus(actor: Actor, input: SetStatusInput): Promise<UserType> {
    const status = statusFrom(input, this.clock.now());
    return this.change(actor, () => Promise.resolve(status));
  }

  private async change(
    actor: Actor,
    find: (tx: Transaction, user: User) => Promise<ChangedProfile>,
  ): Promise<UserType> {
    const { userId, sessionId } = actor;
    const locks: Locks = { people: [userId], sessions: [sessionId] };
    return this.database.write(locks, async (tx) => {
      // Asked again: they may have been signed out while a picture came in.
      await this.authenticator.assertStillSignedIn(actor, tx);
      const user = await this.users.findWithin(tx, userId);
      if (!user) throw new UserNotFound();
      await this.users.changeProfile(tx, user, await find(tx, user));
      return UserType.of(user);
    });
  }

  private async known({ userId }: Actor): Promise<User> {
    const user = await this.users.find(userId);
    if (!user) throw new UserNotFound();
    return user;
  }
}
