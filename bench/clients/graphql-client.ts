import { z } from 'zod';
import type { Client, Receive } from './client.js';
import { Line } from './line.js';
import { type NewOperationId, randomIds } from './operation-ids.js';

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

const DELIVERED = Buffer.from('"body":"~');
const itemWithCursor = z.object({
  payload: z.object({ data: z.object({ roomEvents: z.object({ cursor: z.string() }) }) }),
});

interface Who {
  readonly dialect: Dialect;
  readonly person: number;
  readonly token?: string | undefined;
  readonly newId?: NewOperationId;
}

/** Speaks graphql-transport-ws, without a library: what is measured is the server. */
export class GraphqlClient implements Client {
  private readonly dialect: Dialect;
  private readonly person: number;
  private readonly newId: NewOperationId;

  private constructor(
    private readonly line: Line,
    private readonly open: OpenOperations,
    { dialect, person, newId = randomIds() }: Who,
  ) {
    this.dialect = dialect;
    this.person = person;
    this.newId = newId;
  }

  static async connect(url: string, who: Who): Promise<GraphqlClient> {
    const open = { subscription: '' };
    const line = await Line.open({
      url: `${url}/graphql`,
      protocols: ['graphql-transport-ws'],
      read: (text, line) => {
        read(text, line, open);
      },
    });
    const payload = who.token === undefined ? {} : { authorization: `Bearer ${who.token}` };
    await line.askAs('connection', JSON.stringify({ type: 'connection_init', payload }));
    return new GraphqlClient(line, open, who);
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
    const id = this.newId();
    const itsId = Buffer.from(`"id":"${id}"`);
    this.open.subscription = id;
    this.line.following = { isDelivery: (frame) => frame.includes(itsId) && frame.includes(DELIVERED), receive };
    const frame = JSON.stringify({ id, type: 'subscribe', payload: operation });
    if (this.dialect.confirms) await this.line.askAs(id, frame);
    else this.line.say(frame);
  }

  private ask(operation: Operation): Promise<string> {
    const id = this.newId();
    return this.line.askAs(id, JSON.stringify({ id, type: 'subscribe', payload: operation }));
  }
}

interface OpenOperations {
  /** The one that stays open; what is asked ends with its answer. */
  subscription: string;
}

/** Looks at the head of a frame alone: pages of messages are many and long. */
function read(text: string, line: Line, open: OpenOperations): void {
  const head = text.slice(0, 100);
  const type = /"type":"(\w+)"/.exec(head)?.[1];
  const id = /"id":"([\w-]+)"/.exec(head)?.[1] ?? '';
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
      if (id === open.subscription) line.fail(new Error('The server ended a subscription.'));
      break;
    default:
      line.fail(new Error(`The server said: ${text}`));
  }
}
