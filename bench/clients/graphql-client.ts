import { z } from 'zod';
import type { Client, Receive } from './client.js';
import { Line } from './line.js';

export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How one GraphQL server names what all of them can do. */
export interface Dialect {
  subscription(room: string, after?: string): Operation;
  send(room: string, body: string, person: number): Operation;
  latest(room: string): Operation;
  before(room: string, place: string): Operation;
  /** Whether a subscription begins with a frame that says that it is open. */
  readonly confirms: boolean;
}

const LIVE = Buffer.from('"id":"live"');
const DELIVERED = Buffer.from('"body":"~');
const itemWithCursor = z.object({
  payload: z.object({ data: z.object({ roomEvents: z.object({ cursor: z.string() }) }) }),
});

/** Speaks graphql-transport-ws, without a library: what is measured is the server. */
export class GraphqlClient implements Client {
  private constructor(
    private readonly line: Line,
    private readonly dialect: Dialect,
    private readonly person: number,
  ) {}

  static async connect(
    url: string,
    { dialect, person, token }: { dialect: Dialect; person: number; token: string | undefined },
  ): Promise<GraphqlClient> {
    const line = await Line.open({
      url: `${url}/graphql`,
      protocols: ['graphql-transport-ws'],
      isDelivery: (frame) => frame.includes(LIVE) && frame.includes(DELIVERED),
      read,
    });
    const payload = token === undefined ? {} : { authorization: `Bearer ${token}` };
    await line.askAs('connection', JSON.stringify({ type: 'connection_init', payload }));
    return new GraphqlClient(line, dialect, person);
  }

  subscribe(room: string, receive: Receive): Promise<void> {
    return this.follow(this.dialect.subscription(room), receive);
  }

  resume(room: string, last: Buffer, receive: Receive): Promise<void> {
    const { cursor } = itemWithCursor.parse(JSON.parse(last.toString())).payload.data.roomEvents;
    return this.follow(this.dialect.subscription(room, cursor), receive);
  }

  async send(room: string, body: string): Promise<void> {
    await this.ask(this.dialect.send(room, body, this.person));
  }

  latest(room: string): Promise<string> {
    return this.ask(this.dialect.latest(room));
  }

  before(room: string, place: string): Promise<string> {
    return this.ask(this.dialect.before(room, place));
  }

  cut(): void {
    this.line.cut();
  }

  private async follow(operation: Operation, receive: Receive): Promise<void> {
    this.line.receive = receive;
    const frame = JSON.stringify({ id: 'live', type: 'subscribe', payload: operation });
    if (this.dialect.confirms) await this.line.askAs('live', frame);
    else this.line.say(frame);
  }

  private ask(operation: Operation): Promise<string> {
    return this.line.ask((id) => JSON.stringify({ id, type: 'subscribe', payload: operation }));
  }
}

/** Looks at the head of a frame alone: pages of messages are many and long. */
function read(text: string, line: Line): void {
  const head = text.slice(0, 100);
  const type = /"type":"(\w+)"/.exec(head)?.[1];
  const id = /"id":"(\w+)"/.exec(head)?.[1] ?? '';
  switch (type) {
    case 'connection_ack':
      line.settle('connection', text);
      break;
    case 'next':
      if (text.includes('"errors":[')) line.fail(new Error(`An operation failed: ${text}`));
      else line.settle(id, text);
      break;
    case 'ping':
      line.say('{"type":"pong"}');
      break;
    case 'complete':
      if (id === 'live') line.fail(new Error('The server ended a subscription.'));
      break;
    default:
      line.fail(new Error(`The server said: ${text}`));
  }
}
