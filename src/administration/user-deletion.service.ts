import { Injectable } from '@nestjs/common';
import { AccountDeletionService } from '../auth/index.js';
import type { Actor } from '../caller/index.js';
import { Database } from '../database/index.js';
import { isId } from '../runtime/index.js';
import { Administrators, UserNotFound, UsersService, UserType } from '../users/index.js';
import { NotOnesOwnAccount } from './administration.errors.js';

/** Deletes the accounts of others. */
@Injectable()
export class UserDeletionService {
  constructor(
    private readonly database: Database,
    private readonly administrators: Administrators,
    private readonly users: UsersService,
    private readonly deletion: AccountDeletionService,
  ) {}

  async deleteUser(
    actor: Actor,
    { userId, withMessages }: { readonly userId: string; readonly withMessages?: boolean | null },
  ): Promise<UserType> {
    if (userId === actor.userId) throw new NotOnesOwnAccount();
    return this.database.write(this.deletion.locksOf(userId, [actor.userId]), async (tx) => {
      await this.administrators.assertWithin(tx, actor);
      const user = isId(userId) ? await this.users.findEverWithin(tx, userId) : null;
      if (!user) throw new UserNotFound();
      await this.deletion.deleteWithin(tx, user, { userId, withMessages: withMessages ?? false, actor });
      return UserType.of(user);
    });
  }
}
