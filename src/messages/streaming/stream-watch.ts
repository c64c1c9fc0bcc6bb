import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { Bus } from '../../bus/index.js';
import { Database } from '../../database/index.js';
import { isOneOf } from '../../log/index.js';
import { Clock } from '../../runtime/index.js';
import { plainContent } from '../message-content.js';
import { MessageContentColumn } from '../message-content.column.js';
import { MessageDeleted } from '../messages.events.js';
import { ThreadMessageDeleted } from '../thread-messages.events.js';
import type { MessageStream } from './message-stream.js';
import { MessageStreams } from './message-streams.js';
import { StreamEnds } from './stream-ends.js';
import { SAVE_STREAMED_TEXT, STREAMS_ON_DISK, STREAMS_THAT_GO_ON } from './streaming.queries.js';

/** A bot that says nothing for so long is gone. */
export const MAX_SILENCE_MILLISECONDS = 30_000;
const BETWEEN_LOOKS_MILLISECONDS = 1000;
const COLUMN = new MessageContentColumn();

/** Looks after messages that grow: once a second it puts on the disk what has come, and breaks off what no bot goes on with. */
@Injectable()
export class StreamWatch implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('streams');
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly streams: MessageStreams,
    private readonly ends: StreamEnds,
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.bus.listen((event) => {
      if (!isOneOf(event, [MessageDeleted, ThreadMessageDeleted])) return;
      const stream = this.streams.get(event.subjectId);
      if (stream) this.streams.end(stream, '');
    });
  }

  /** Before anybody can send: what still grows on the disk grew when the server was killed or stopped. */
  async onApplicationBootstrap(): Promise<void> {
    for (const { id } of await this.database.rows<{ id: string }>(STREAMS_ON_DISK, [])) await this.ends.brokenOff(id);
    this.timer = setInterval(() => {
      if (this.looking === undefined && this.streams.all().length > 0) this.looking = this.look();
    }, BETWEEN_LOOKS_MILLISECONDS).unref();
  }

  /** Before the database closes: what has come is not lost, and the next start marks it. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
    await this.save(this.streams.all()).catch((error: unknown) => {
      this.warn(error);
    });
  }

  private async look(): Promise<void> {
    try {
      const streams = this.streams.all().filter(({ ending }) => ending === undefined);
      await this.save(streams);
      if (streams.length > 0) await this.breakOff(streams);
    } catch (error) {
      this.warn(error);
    } finally {
      this.looking = undefined;
    }
  }

  private async save(streams: readonly MessageStream[]): Promise<void> {
    const grown = streams.filter(({ text, savedLength }) => text.length > savedLength);
    await Promise.all(grown.map((stream) => this.saveOne(stream)));
  }

  private async saveOne(stream: MessageStream): Promise<void> {
    const { messageId, roomId, text } = stream;
    const body = COLUMN.convertToDatabaseValue(plainContent(text));
    await this.database.writeTogether({ rooms: [roomId] }, (tx) => tx.rows(SAVE_STREAMED_TEXT, [body, messageId]));
    stream.savedLength = text.length;
  }

  private async breakOff(streams: readonly MessageStream[]): Promise<void> {
    const ids = streams.map(({ messageId }) => messageId);
    const going = new Set((await this.database.rows<{ id: string }>(STREAMS_THAT_GO_ON, [ids])).map(({ id }) => id));
    const silentSince = this.clock.now().getTime() - MAX_SILENCE_MILLISECONDS;
    for (const stream of streams) {
      if (stream.ending || stream.isOver) continue;
      if (going.has(stream.messageId) && stream.heardAt.getTime() > silentSince) continue;
      stream.ending = this.endOf(stream);
      await stream.ending;
    }
  }

  private async endOf(stream: MessageStream): Promise<void> {
    try {
      await this.ends.brokenOff(stream.messageId, stream.text);
      this.streams.end(stream, stream.text);
    } finally {
      stream.ending = undefined;
    }
  }

  private warn(error: unknown): void {
    this.logger.warn(`What messages grew by is not on the disk yet: ${String(error)}`);
  }
}
