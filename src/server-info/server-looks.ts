import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectSettings, type Settings } from '../config/index.js';
import { Database, type Reader, type Transaction } from '../database/index.js';
import type { Look } from './look.js';
import type { ServerLook } from './server-look.entity.js';
import { CHOSEN_LOOK, PUT_LOOK } from './server-look.queries.js';

/** What was chosen; null for what was not. */
export type ChosenLook = { readonly [K in keyof Look]: Look[K] | null };

const NOTHING: ChosenLook = { name: null, accent: null };

/**
 * What the server is called and how it looks. Everybody asks for it with their first screen, so it is kept in memory: read at the start, and
 * exchanged with each change once that is on disk. Of several servers on one database, each would have to be told.
 */
@Injectable()
export class ServerLooks implements OnModuleInit {
  private chosen = NOTHING;

  constructor(
    private readonly database: Database,
    @InjectSettings() private readonly settings: Pick<Settings, 'serverName'>,
  ) {}

  async onModuleInit(): Promise<void> {
    this.chosen = await this.read(this.database);
  }

  get current(): Look {
    const { name, accent } = this.chosen;
    return { name: name ?? this.settings.serverName, accent };
  }

  async read(where: Reader): Promise<ChosenLook> {
    const [row] = await where.rows<Omit<ServerLook, 'id'>>(CHOSEN_LOOK, []);
    if (!row) return NOTHING;
    const { name, accentLight: light, accentDark: dark } = row;
    return { name, accent: light === null || dark === null ? null : { light, dark } };
  }

  async choose(tx: Transaction, chosen: ChosenLook): Promise<void> {
    const { name, accent } = chosen;
    await tx.rows(PUT_LOOK, [name, accent?.light ?? null, accent?.dark ?? null]);
    tx.afterCommit(() => {
      this.chosen = chosen;
    });
  }
}
