import type { Client } from './client.js';
import type { Dialect } from './graphql-client.js';
import type { HttpCaller } from './http-caller.js';

/** One person who calls over HTTP; nothing is delivered that way. */
export class HttpClient implements Client {
  constructor(
    private readonly caller: HttpCaller,
    private readonly dialect: Dialect,
    private readonly person: number,
    private readonly token: string | undefined,
  ) {}

  subscribe(): Promise<void> {
    return Promise.reject(new Error('Nobody subscribes over HTTP.'));
  }

  resume(): Promise<void> {
    return this.subscribe();
  }

  async send(room: string, body: string): Promise<void> {
    await this.caller.call(this.dialect.send(room, body, this.person), this.token);
  }

  latest(room: string): Promise<string> {
    return this.caller.call(this.dialect.latest(room), this.token);
  }

  before(room: string, place: string): Promise<string> {
    return this.caller.call(this.dialect.before(room, place), this.token);
  }

  cut(): void {
    this.caller.close();
  }
}
