import { numbersIn } from '../measure/numbered.js';
import type { Request } from '../servers/raw/protocol.js';
import type { Client, Receive } from './client.js';
import { Line } from './line.js';

type Question = Request extends infer R ? (R extends Request ? Omit<R, 'ref'> : never) : never;

/** The third byte of `{"message":…`; all else begins with `{"ref":…`. */
const LETTER_OF_MESSAGE = 'm'.charCodeAt(0);

/** Speaks the protocol of the hand-written servers. */
export class RawClient implements Client {
  private constructor(private readonly line: Line) {}

  static async connect(url: string, person: number): Promise<RawClient> {
    const line = await Line.open({
      url: `${url}/?person=${String(person)}`,
      protocols: [],
      read: (text, line) => {
        line.settle(/^\{"ref":(\d+)/.exec(text)?.[1] ?? '', text);
      },
    });
    return new RawClient(line);
  }

  async subscribe(room: string, receive: Receive): Promise<void> {
    this.line.following = { isDelivery: (frame) => frame[2] === LETTER_OF_MESSAGE, receive };
    await this.ask({ do: 'subscribe', room });
  }

  async resume(room: string, last: Buffer, receive: Receive): Promise<void> {
    await this.subscribe(room, receive);
    const number = Number(/"number":(\d+)/.exec(last.toString())?.[1]);
    const page = await this.ask({ do: 'after', room, number });
    for (const message of numbersIn(page)) receive(message, last);
  }

  async send(room: string, body: string): Promise<void> {
    await this.ask({ do: 'send', room, body });
  }

  latest(room: string): Promise<string> {
    return this.ask({ do: 'latest', room });
  }

  before(room: string, place: string): Promise<string> {
    return this.ask({ do: 'before', room, number: Number(place) });
  }

  cut(): void {
    this.line.cut();
  }

  private ask(question: Question): Promise<string> {
    return this.line.ask((ref) => JSON.stringify({ ...question, ref: Number(ref) }));
  }
}
