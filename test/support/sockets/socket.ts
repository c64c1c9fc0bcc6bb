import { setTimeout as patience } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { type Answer, type AnswerError, dataOf } from '../requests/graphql.js';

const MAX_WAIT = 10_000;

interface Frame {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** A graphql-transport-ws socket with nothing between the test and the frames. */
export class Socket {
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  private readonly subscriptions = new Map<string, Subscription<unknown>>();
  private nextId = 1;

  private constructor(private readonly socket: WebSocket) {
    this.closed = new Promise((resolve) => {
      socket.once('close', (code) => {
        for (const subscription of this.subscriptions.values()) subscription.take({ type: 'closed' });
        resolve(code);
      });
    });
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as Frame;
      this.subscriptions.get(frame.id ?? '')?.take(frame);
    });
  }

  /** Opens and is acknowledged; without a token as a visitor. */
  static async open(url: string, accessToken?: string): Promise<Socket> {
    const raw = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
    await new Promise((resolve, reject) => raw.once('open', resolve).once('error', reject));
    const socket = new Socket(raw);
    const payload = accessToken === undefined ? undefined : { authorization: `Bearer ${accessToken}` };
    const acknowledged = new Promise((resolve) => raw.once('message', resolve));
    raw.send(JSON.stringify({ type: 'connection_init', payload }));
    const code = await Promise.race([acknowledged.then(() => undefined), socket.closed]);
    if (code !== undefined) throw new Error(`The socket was closed with ${String(code)} before it was acknowledged.`);
    return socket;
  }

  /** Runs any operation; items come in order, and none is lost while the test does something else. */
  subscribes<Data>(query: string, variables: Record<string, unknown> = {}): Subscription<Data> {
    const id = String(this.nextId++);
    const subscription = new Subscription<Data>(() => {
      this.subscriptions.delete(id);
      this.socket.send(JSON.stringify({ type: 'complete', id }));
    });
    this.subscriptions.set(id, subscription);
    this.socket.send(JSON.stringify({ type: 'subscribe', id, payload: { query, variables } }));
    return subscription;
  }

  /** Hangs up without a word, as a network does. */
  cut(): void {
    this.socket.terminate();
  }

  /** Stops reading, so that the network fills up behind it. */
  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

/** What one operation on a socket answers, one answer after the other. */
export class Subscription<Data> {
  private readonly frames: Frame[] = [];
  private wake: () => void = () => undefined;

  constructor(private readonly stop: () => void) {}

  take(frame: Frame): void {
    this.frames.push(frame);
    this.wake();
  }

  /** The next answer's data; throws on errors and on the end. */
  async next(): Promise<Data> {
    const frame = await this.frame();
    if (frame.type !== 'next') throw new Error(`Expected an answer, got ${JSON.stringify(frame)}.`);
    return dataOf(frame.payload as Answer<Data>);
  }

  /** The next answer as it came, errors included. */
  async answer(): Promise<Answer<Data>> {
    const { type, payload } = await this.frame();
    if (type === 'error') return { data: null, errors: payload as readonly AnswerError[] };
    if (type !== 'next') throw new Error(`Expected an answer, got ${type}.`);
    return payload as Answer<Data>;
  }

  /** Waits until an answer satisfies the condition, and gives back all up to it. */
  async until(condition: (data: Data) => boolean): Promise<Data[]> {
    const seen: Data[] = [];
    for (;;) {
      const data = await this.next();
      seen.push(data);
      if (condition(data)) return seen;
    }
  }

  /** The code of the error that the operation is answered with. */
  async refusal(): Promise<string> {
    const { type, payload } = await this.frame();
    const errors =
      type === 'error' ? (payload as Answer<never>['errors']) : (payload as Answer<never> | undefined)?.errors;
    const code = errors?.[0]?.extensions.code;
    if (code === undefined) throw new Error(`Expected a refusal, got ${type} ${JSON.stringify(payload)}.`);
    return code;
  }

  /** Waits until the server ends the operation; throws when something else comes first. */
  async completes(): Promise<void> {
    const frame = await this.frame();
    if (frame.type !== 'complete') throw new Error(`Expected the end, got ${JSON.stringify(frame)}.`);
  }

  /** What has arrived and was not looked at yet. */
  get waiting(): number {
    return this.frames.length;
  }

  unsubscribe(): void {
    this.stop();
  }

  private async frame(): Promise<Frame> {
    const deadline = new AbortController();
    while (this.frames.length === 0) {
      const arrival = new Promise<'arrived'>(
        (resolve) =>
          (this.wake = () => {
            resolve('arrived');
          }),
      );
      const outcome = await Promise.race([
        arrival,
        patience(MAX_WAIT, 'nothing' as const, { signal: deadline.signal }),
      ]);
      if (outcome === 'nothing') throw new Error('Nothing arrived.');
    }
    deadline.abort();
    const frame = this.frames.shift();
    if (!frame) throw new Error('Nothing arrived.');
    return frame;
  }
}
