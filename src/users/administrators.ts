import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import type { Transaction } from '../database/index.js';
import { NotAnAdministrator } from './users.errors.js';
import { UsersService } from './users.service.js';

/** Who administers the server, for whatever is theirs alone. */
@Injectable()
export class Administrators {
  constructor(private readonly users: UsersService) {}

  async has({ userId }: Pick<Actor, 'userId'>): Promise<boolean> {
    return (await this.users.find(userId))?.isAdministrator ?? false;
  }

  async assert(actor: Actor): Promise<void> {
    if (!(await this.has(actor))) throw new NotAnAdministrator();
  }

  /** Within the change, for somebody else may be dismissing the one who asks at this moment. It has to hold their account. */
  async assertWithin(tx: Transaction, { userId }: Actor): Promise<void> {
    if (!(await this.users.findWithin(tx, userId))?.isAdministrator) throw new NotAnAdministrator();
  }
}
