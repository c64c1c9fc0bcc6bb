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
  call(operation: Operation, token?: string): Promise<string> {
    const body = Buffer.from(JSON.stringify(operation));
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    return new Promise((resolve, reject) => {
      const calling = request(this.url, { method: 'POST', agent: this.agent, headers }, (response) => {
        text(response).then((answer) => {
          if (response.statusCode === 200 && !answer.includes('"errors":[')) resolve(answer);
          else reject(new Error(`A call failed: ${String(response.statusCode)} ${answer}`));
        }, reject);
      });
      calling.once('error', reject);
      calling.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
