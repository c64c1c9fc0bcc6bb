import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Operation } from './graphql-client.js';

/** GraphQL over HTTP, on connections that stay open. */
export class HttpCaller {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });
  private readonly url: URL;

  constructor(url: string) {
    this.url = new URL('/graphql', url);
  }

  /** Resolves with the text of an answer without errors. */
  async call(operation: Operation, token?: string): Promise<string> {
    const { status, answer } = await this.ask(JSON.stringify(operation), token);
    if (status === 200 && !answer.includes('"errors":[')) return answer;
    throw new Error(`A call failed: ${String(status)} ${answer}`);
  }

  /** For what no server should do, given as JSON. One that cuts the connection before it has heard everything has refused too. */
  async beRefused(operation: string): Promise<void> {
    const refused = await this.ask(operation).then(
      ({ status, answer }) => status >= 400 || answer.includes('"errors":['),
      () => true,
    );
    if (!refused) throw new Error('The server did what it should have refused.');
  }

  close(): void {
    this.agent.destroy();
  }

  private ask(operation: string, token?: string): Promise<{ status: number; answer: string }> {
    const body = Buffer.from(operation);
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    return new Promise((resolve, reject) => {
      const asking = request(this.url, { method: 'POST', agent: this.agent, headers }, (response) => {
        text(response).then((answer) => {
          resolve({ status: response.statusCode ?? 0, answer });
        }, reject);
      });
      asking.once('error', reject);
      asking.end(body);
    });
  }
}
