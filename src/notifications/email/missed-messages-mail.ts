import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, NO_LOCKS, type Transaction } from '../../database/index.js';
import {
  type DueMail,
  excerptOf,
  isolated,
  Mails,
  type MailStatus,
  type Part,
  type Writing,
} from '../../mail/index.js';
import { DevicesInUse } from '../../presence/index.js';
import type { NotificationReason } from '../../rules/index.js';
import { Clock } from '../../runtime/index.js';
import { ServerLooks } from '../../server-info/index.js';
import { CalledPeople } from '../calls/called-people.js';
import { type CallingMessage, CallingMessages } from '../calls/calling-messages.js';
import { MISSED_IN_MAIL, NOTE_MISSED_SENT, SETTLE_MISSED, WITHHOLD_MISSED } from './email.queries.js';
import { WORTH_A_MAIL } from './missed-messages.js';
import { type Recipient, Recipients } from './recipients.js';
import { Unsubscribing } from './unsubscribing.js';

/** While somebody uses a device they may see it there: it is asked again so much later. */
const WHILE_IN_USE_MILLISECONDS = 5 * 60_000;
const MAX_MESSAGES = 30;
const MAX_TEXT_LENGTH = 300;

/** A message that the e-mail tells of, and why. */
interface Told {
  readonly message: CallingMessage;
  readonly reason: NotificationReason;
}

/** Writes one e-mail of what somebody has missed, and asks the rule again for each message: what was read, deleted or left since is not in it. */
@Injectable()
export class MissedMessagesMail implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly messages: CallingMessages,
    private readonly people: CalledPeople,
    private readonly devices: DevicesInUse,
    private readonly recipients: Recipients,
    private readonly unsubscribing: Unsubscribing,
    private readonly looks: ServerLooks,
    private readonly mails: Mails,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.mails.writtenBy('MISSED_MESSAGES', {
      write: (mail) => this.write(mail),
      settled: (tx, mail, status) => this.settled(tx, mail, status),
    });
  }

  private async write(mail: DueMail): Promise<Writing> {
    const { userId, address } = mail;
    const recipient = await this.recipients.of(userId);
    if (recipient?.address !== address || !recipient.missedMessages) return null;
    if (recipient.quietUntil !== null) return { notBefore: recipient.quietUntil };
    const told = await this.told(mail);
    if (told.length === 0) return null;
    if (this.devices.isAnyOf(userId))
      return { notBefore: new Date(this.clock.now().getTime() + WHILE_IN_USE_MILLISECONDS) };
    return this.mailOf(told, userId, recipient);
  }

  private async told({ id, userId }: DueMail): Promise<Told[]> {
    const rows = await this.database.rows<{ messageId: string }>(MISSED_IN_MAIL, [id]);
    const told: Told[] = [];
    for (const { messageId } of rows) {
      const message = await this.messages.find(messageId);
      const answer = message && (await this.answerTo(message, userId));
      if (message && answer?.isNotified && WORTH_A_MAIL.includes(answer.reason))
        told.push({ message, reason: answer.reason });
      else await this.withhold(userId, messageId, answer?.reason ?? null);
    }
    return told;
  }

  private async answerTo(message: CallingMessage, userId: string) {
    const asked = { at: this.clock.now(), isReadAsked: true, isDeviceInUse: () => false };
    const [answer] = await this.people.callsTo(message, [userId], asked);
    return answer;
  }

  private async withhold(userId: string, messageId: string, reason: NotificationReason | null): Promise<void> {
    const values = [reason, this.clock.now().getTime(), userId, messageId];
    await this.database.writeTogether(NO_LOCKS, (tx) => tx.rows(WITHHOLD_MISSED, values));
  }

  private mailOf(told: readonly Told[], userId: string, recipient: Recipient): Writing {
    const shown = told.slice(-MAX_MESSAGES);
    const rooms = Map.groupBy(shown, ({ message }) => message.roomId);
    const more = told.length - shown.length;
    return {
      subject: this.subjectOf(told),
      parts: [
        ...[...rooms.values()].flatMap((ofRoom) => this.partsOf(ofRoom, recipient)),
        ...(more === 0 ? [] : [{ kind: 'paragraph', text: `And ${String(more)} more before these.` } as const]),
        { kind: 'paragraph', text: 'You get this because you had not read it after 15 minutes.' },
      ],
      unsubscribe: this.unsubscribing.link('m', userId, recipient.address),
    };
  }

  private subjectOf(told: readonly Told[]): string {
    const [only] = told;
    if (told.length === 1 && only)
      return `${whatHappened(only)}${only.message.isDirect ? '' : ` in ${isolated(only.message.roomName)}`}`;
    return `${String(told.length)} messages for you on ${isolated(this.looks.current.name)}`;
  }

  private partsOf(told: readonly Told[], { showsText, timeZone }: Recipient): Part[] {
    const [first] = told;
    if (!first) return [];
    const { isDirect, roomName } = first.message;
    return [
      { kind: 'heading', text: isDirect ? 'Direct messages' : isolated(roomName) },
      ...told.flatMap((one) => linesOf(one, showsText, timeZone)),
      {
        kind: 'link',
        words: isDirect ? 'Open the conversation' : 'Open the room',
        url: this.mails.link(pathOf(first.message)),
      },
    ];
  }

  private async settled(tx: Transaction, { id, userId }: DueMail, status: MailStatus): Promise<void> {
    const now = this.clock.now().getTime();
    const became = status === 'REFUSED' ? 'FAILED' : status;
    await tx.rows(SETTLE_MISSED, [became, now, id]);
    if (status === 'SENT') await tx.rows(NOTE_MISSED_SENT, [userId, now]);
  }
}

function linesOf({ message, reason }: Told, showsText: boolean, timeZone: string): Part[] {
  const at = new Intl.DateTimeFormat('en', {
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const line: Part = {
    kind: 'paragraph',
    text: `${whatHappened({ message, reason })}, ${at.format(message.createdAt)}`,
  };
  return showsText ? [line, { kind: 'quote', text: isolated(excerptOf(message.text, MAX_TEXT_LENGTH)) }] : [line];
}

function whatHappened({ message, reason }: Told): string {
  const author = isolated(message.authorName);
  switch (reason) {
    case 'DIRECT_MESSAGE':
      return `${author} wrote to you`;
    case 'REPLY':
      return `${author} replied to you`;
    case 'ROOM_MENTION':
      return `${author} mentioned everybody`;
    case 'KEYWORD':
      return `${author} wrote one of your keywords`;
    default:
      return `${author} mentioned you`;
  }
}

function pathOf({ roomId, threadId, number }: CallingMessage): string {
  const thread = threadId === null ? '' : `/thread/${threadId}`;
  return `/chat/${roomId}${thread}/${String(number)}`;
}
