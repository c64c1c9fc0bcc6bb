import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { namesIn, readMessage } from '../markdown/index.js';
import type { Named } from '../messages/index.js';
import { foldUsername, WHOLE_ROOM } from '../rules/index.js';
import { MAX_MENTIONS, MAX_NAMES } from './mentions.policy.js';
import { PEOPLE_CALLED } from './mentions.queries.js';

const NO_SHORTCODES = new Map<string, string>();

/** Finds the people whom words name. */
@Injectable()
export class KnownPeople {
  constructor(private readonly database: Database) {}

  /** Null where nobody is named: then there is nothing to look up either. */
  async namedIn(body: string): Promise<Named | null> {
    const found = namesIn(readMessage(body, NO_SHORTCODES)).map((names) => names.map(foldUsername));
    // Each name once: whoever is called a hundred times is looked up once.
    const different = [...new Map(found.map((names) => [names[0], names])).values()];
    const room = different.some((names) => names.includes(WHOLE_ROOM));
    const tokens = different.filter((names) => !names.includes(WHOLE_ROOM)).slice(0, MAX_NAMES);
    const people = tokens.length > 0 ? await this.called(tokens) : [];
    return room || people.length > 0 ? { people, room } : null;
  }

  /** Of each token whoever has the longest of the names that it can be taken for. */
  private async called(tokens: readonly (readonly string[])[]): Promise<string[]> {
    const names = [...new Set(tokens.flat())];
    const rows = await this.database.rows<{ id: string; usernameKey: string }>(PEOPLE_CALLED, [names]);
    const ids = new Map(rows.map(({ id, usernameKey }) => [usernameKey, id]));
    const found = tokens.flatMap((token) => token.flatMap((name) => ids.get(name) ?? []).slice(0, 1));
    return [...new Set(found)].slice(0, MAX_MENTIONS);
  }
}
