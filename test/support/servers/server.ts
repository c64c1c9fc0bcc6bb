import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import 'reflect-metadata';
import { Clock } from '#server/runtime/index.js';
import { readSettings } from '#server/config/index.js';
import { type RunningServer, startServer } from '#server/server.js';

/** A clock that a test moves. */
export class MovableClock extends Clock {
  private ahead = 0;

  override now(): Date {
    return new Date(Date.now() + this.ahead);
  }

  advance(duration: { seconds?: number; minutes?: number; days?: number }): void {
    const { seconds = 0, minutes = 0, days = 0 } = duration;
    this.ahead += (seconds + minutes * 60 + days * 86_400) * 1000;
  }
}

/** The real server in this process, on a real SQLite file and a real port. */
export interface TestServer {
  readonly url: string;
  readonly folder: string;
  readonly clock: MovableClock;
  readonly app: RunningServer['app'];
  /** Makes somebody the first administrator; null where the server had one when it started. */
  readonly setupCode: string | null;
  /** Stops it and starts it again on the same files and the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a server of the test file's own; it is stopped and its files are removed when the file has run. Limits, link previews and push notifications are off
 * unless a test is about them.
 */
export async function aServer(environment: Record<string, string> = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tertulia-test-'));
  const clock = new MovableClock();
  const settings = (port: string) =>
    readSettings({
      PORT: port,
      HOST: '127.0.0.1',
      DATABASE_URL: `sqlite:${join(folder, 'data', 'tertulia.db')}`,
      UPLOADS_DIR: join(folder, 'uploads'),
      RATE_LIMITS: 'off',
      // Nothing leaves this machine.
      LINK_PREVIEWS: 'off',
      WEB_PUSH: 'off',
      LOG_LEVEL: 'error',
      ...environment,
    });
  let running: RunningServer | undefined = await startServer(settings('0'), clock);
  // Not `running.url`, which is PUBLIC_URL where there is one.
  const { port } = new URL(await running.app.getUrl());

  const server: TestServer = {
    url: `http://127.0.0.1:${port}`,
    folder,
    clock,
    get app() {
      if (!running) throw new Error('The server is stopped.');
      return running.app;
    },
    get setupCode() {
      return running?.setupCode ?? null;
    },
    restart: async () => {
      await server.stop();
      running = await startServer(settings(port), clock);
    },
    stop: async () => {
      await running?.stop();
      running = undefined;
    },
  };
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return server;
}
