import { Injectable } from '@nestjs/common';
import { Database, type Reader } from '../database/index.js';
import { BatchLoader } from '../graphql/index.js';
import { Clock, isId } from '../runtime/index.js';
import { isLive, type StandingInvitation } from './invitations.policy.js';
import {
  INVITATION_WITH_CODE,
  INVITATION_WITH_ID,
  INVITATIONS_TO_ANY_ROOM,
  INVITATIONS_TO_ROOMS,
  INVITATIONS_TO_SERVER,
} from './invitations.queries.js';

/** As the database gives it: it knows no dates and no booleans. */
type Row = Omit<StandingInvitation, 'expiresAt' | 'allowsRegistration' | 'giverIsAdministrator'> & {
  readonly expiresAt: number | null;
  readonly allowsRegistration: number;
  readonly giverIsAdministrator: number;
};

/** Longer than any code: what is asked of the database is bounded. */
const MAX_CODE = 64;

/** Finds the invitations that still count. */
@Injectable()
export class StandingInvitations {
  private readonly toRooms = new BatchLoader<string, StandingInvitation[]>(
    (ids) => this.findInRooms(ids),
    () => [],
  );

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Within a change, by what is true there. */
  async withCode(code: string, where: Reader = this.database): Promise<StandingInvitation | null> {
    if (code.length > MAX_CODE || !/^[\w-]+$/.test(code)) return null;
    const [row] = await where.rows<Row>(INVITATION_WITH_CODE, [code]);
    return row === undefined ? null : (this.live([row])[0] ?? null);
  }

  /** Also one that counts no more: it can still be revoked. */
  async withId(id: string, where: Reader = this.database): Promise<StandingInvitation | null> {
    const [row] = isId(id) ? await where.rows<Row>(INVITATION_WITH_ID, [id]) : [];
    return row === undefined ? null : standing(row);
  }

  /** Batched within an operation. */
  toRoom(scope: object, roomId: string): Promise<StandingInvitation[]> {
    return this.toRooms.load(scope, roomId);
  }

  async toServer(where: Reader = this.database): Promise<StandingInvitation[]> {
    return this.live(await where.rows<Row>(INVITATIONS_TO_SERVER, []));
  }

  /** Into rooms: up to so many of those that were made before one, the newest first. Most that are stored count, so the next ones are rarely asked for. */
  async toAnyRoom(before: string, limit: number): Promise<StandingInvitation[]> {
    const found: StandingInvitation[] = [];
    for (let place = before; found.length < limit;) {
      const rows = await this.database.rows<Row>(INVITATIONS_TO_ANY_ROOM, [place, limit]);
      found.push(...this.live(rows));
      const last = rows.at(-1);
      if (!last || rows.length < limit) break;
      place = last.id;
    }
    return found.slice(0, limit);
  }

  async inRoom(roomId: string, where: Reader): Promise<StandingInvitation[]> {
    return this.live(await where.rows<Row>(INVITATIONS_TO_ROOMS, [[roomId]]));
  }

  private async findInRooms(ids: readonly string[]): Promise<StandingInvitation[][]> {
    const found = Map.groupBy(
      this.live(await this.database.rows<Row>(INVITATIONS_TO_ROOMS, [ids])),
      ({ roomId }) => roomId,
    );
    return ids.map((id) => found.get(id) ?? []);
  }

  private live(rows: readonly Row[]): StandingInvitation[] {
    const now = this.clock.now();
    return rows.map(standing).filter((invitation) => isLive(invitation, now));
  }
}

function standing(row: Row): StandingInvitation {
  return {
    ...row,
    expiresAt: row.expiresAt === null ? null : new Date(row.expiresAt),
    allowsRegistration: row.allowsRegistration === 1,
    giverIsAdministrator: row.giverIsAdministrator === 1,
  };
}
