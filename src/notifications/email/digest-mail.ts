import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type DueMail, excerptOf, isolated, Mails, type Part, type Writing } from '../../mail/index.js';
import type { RoomKind } from '../../rules/index.js';
import { Clock } from '../../runtime/index.js';
import { ServerLooks } from '../../server-info/index.js';
import { COMPANY_OF, NEWEST_UNREAD_OF_ROOM, UNREAD_ROOMS_SINCE } from './email.queries.js';
import { Recipients } from './recipients.js';
import { Unsubscribing } from './unsubscribing.js';

const MAX_ROOMS = 10;
const MAX_LINES = 3;
const MAX_TEXT_LENGTH = 200;
const MAX_NAMES = 9;

interface UnreadRoom {
  readonly roomId: string;
  readonly name: string;
  readonly kind: RoomKind;
  readonly total: number;
}

/** Writes what somebody has not read since the last digest: how much in which rooms of theirs, and the newest of it where they want that. */
@Injectable()
export class DigestMail implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly recipients: Recipients,
    private readonly unsubscribing: Unsubscribing,
    private readonly looks: ServerLooks,
    private readonly mails: Mails,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.mails.writtenBy('DIGEST', { write: (mail) => this.write(mail) });
  }

  private async write({ userId, address, about }: DueMail): Promise<Writing> {
    const recipient = await this.recipients.of(userId);
    if (recipient?.address !== address || !recipient.digest) return null;
    if (recipient.quietUntil !== null) return { notBefore: recipient.quietUntil };
    const values = [Number(about), userId, this.clock.now().getTime(), MAX_ROOMS];
    const rooms = await this.database.rows<UnreadRoom>(UNREAD_ROOMS_SINCE, values);
    if (rooms.length === 0) return null;
    const parts: Part[] = [];
    for (const room of rooms) parts.push(...(await this.partsOf(room, userId, recipient.showsText)));
    const total = rooms.reduce((sum, room) => sum + room.total, 0);
    return {
      subject: `${countOf(total)} on ${isolated(this.looks.current.name)}`,
      parts: [...parts, { kind: 'link', words: 'Open the chat', url: this.mails.link('/chat') }],
      unsubscribe: this.unsubscribing.link('d', userId, address),
    };
  }

  private async partsOf(
    { roomId, name, kind, total }: UnreadRoom,
    userId: string,
    showsText: boolean,
  ): Promise<Part[]> {
    const title = kind === 'DIRECT' ? await this.companyOf(roomId, userId) : isolated(name);
    const heading: Part = { kind: 'heading', text: `${title}: ${countOf(total)}` };
    return showsText ? [heading, ...(await this.linesOf(roomId, userId))] : [heading];
  }

  private async linesOf(roomId: string, userId: string): Promise<Part[]> {
    const rows = await this.database.rows<{ body: string; authorName: string }>(NEWEST_UNREAD_OF_ROOM, [
      userId,
      roomId,
      MAX_LINES,
    ]);
    return rows.toReversed().map(({ body, authorName }) => ({
      kind: 'quote',
      text: `${isolated(authorName)}: ${isolated(excerptOf(body, MAX_TEXT_LENGTH))}`,
    }));
  }

  private async companyOf(roomId: string, userId: string): Promise<string> {
    const people = await this.database.rows<{ name: string }>(COMPANY_OF, [roomId, userId, MAX_NAMES]);
    return people.length === 0 ? 'Notes' : people.map(({ name }) => isolated(name)).join(', ');
  }
}

function countOf(total: number): string {
  return total === 1 ? '1 unread message' : `${total.toLocaleString('en')} unread messages`;
}
