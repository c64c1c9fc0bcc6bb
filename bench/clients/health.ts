import { Agent, get } from 'node:http';

/** Asks a server whether it is alive, on a connection that stays open. */
export class HealthCaller {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(private readonly url: string) {}

  ask(): Promise<void> {
    return new Promise((resolve, reject) => {
      get(new URL('/healthz', this.url), { agent: this.agent }, (response) => {
        response.resume().once('end', resolve);
        if (response.statusCode !== 200) reject(new Error(`The server is not well: ${String(response.statusCode)}`));
      }).once('error', reject);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
