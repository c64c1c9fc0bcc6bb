import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../database/index.js';

/** Whether the server takes work: not while it starts, drains, or has lost its database. */
@Injectable()
export class Readiness implements OnApplicationBootstrap {
  private open = false;

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.open = true;
  }

  drain(): void {
    this.open = false;
  }

  async isReady(): Promise<boolean> {
    return this.open && (await this.database.isReachable());
  }
}
