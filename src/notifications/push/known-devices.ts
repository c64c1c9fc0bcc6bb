import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { IS_ANY_SUBSCRIPTION } from './push.queries.js';

/** Whether anybody here has ever had a device notified since the start: while nobody has, messages cost nothing more. */
@Injectable()
export class KnownDevices implements OnModuleInit {
  private isAny = false;

  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    this.isAny = (await this.database.rows(IS_ANY_SUBSCRIPTION, [])).length > 0;
  }

  get areAny(): boolean {
    return this.isAny;
  }

  areThere(): void {
    this.isAny = true;
  }
}
