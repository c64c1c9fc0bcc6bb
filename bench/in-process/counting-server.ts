import 'reflect-metadata';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/core';
import { readSettings } from '#server/config/index.js';
import { type RunningServer, startServer } from '#server/server.js';
import { HttpCaller } from '../clients/http-caller.js';
import { newFolder } from '../contestants/folder.js';

/** What one request took, and how many statements the server ran for it. */
export interface Cost {
  readonly milliseconds: number;
  readonly statements: number;
}

/** A server inside this process, so that its statements can be counted, and people who talk to it over HTTP. */
export class CountingServer {
  private statements = 0;
  private caller: HttpCaller;

  private constructor(
    private server: RunningServer,
    /** The file of the database. */
    readonly file: string,
  ) {
    this.caller = this.listenAndCall();
  }

  static async open(): Promise<CountingServer> {
    const folder = newFolder();
    return new CountingServer(await startServer(settingsIn(folder)), join(folder, 'tertulia.db'));
  }

  /** Closes the server, has something done to its files, and starts it again. */
  async reopened(meanwhile: () => void): Promise<void> {
    await this.close();
    meanwhile();
    this.server = await startServer(settingsIn(join(this.file, '..')));
    this.caller = this.listenAndCall();
  }

  async ask(query: string, variables: Readonly<Record<string, unknown>>, token?: string): Promise<unknown> {
    const answer = JSON.parse(await this.caller.call({ query, variables }, token)) as {
      data?: unknown;
      errors?: unknown;
    };
    if (answer.errors !== undefined) throw new Error(`An operation failed: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  }

  async costOf(query: string, variables: Readonly<Record<string, unknown>>, token: string): Promise<Cost> {
    const before = this.statements;
    const begun = performance.now();
    await this.ask(query, variables, token);
    return { milliseconds: performance.now() - begun, statements: this.statements - before };
  }

  async close(): Promise<void> {
    this.caller.close();
    await this.server.stop();
  }

  private listenAndCall(): HttpCaller {
    const logger = this.server.app.get(MikroORM).config.getLogger();
    logger.logQuery = () => {
      this.statements += 1;
    };
    return new HttpCaller(this.server.url);
  }
}

function settingsIn(folder: string): ReturnType<typeof readSettings> {
  return readSettings({
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: `sqlite:${join(folder, 'tertulia.db')}`,
    UPLOADS_DIR: join(folder, 'uploads'),
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'error',
  });
}
