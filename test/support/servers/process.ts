import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The built server as its own process, as `npm start` runs it. */
export class ServerProcess {
  stdout = '';
  stderr = '';
  /** Resolves with the exit status, once everything that it said has been read. */
  readonly exited: Promise<number | null>;

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.exited = once(child, 'close').then(([status]) => status as number | null);
  }

  static start(environment: Record<string, string>): ServerProcess {
    const child = spawn(process.execPath, ['dist/server/main.js'], {
      // Nothing of the test's own environment: a variable there would be a setting.
      env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: 'node_modules/.cache/compiled', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const server = new ServerProcess(child);
    onTestFinished(async () => {
      child.kill('SIGKILL');
      await server.exited;
    });
    return server;
  }

  /** Waits for the line that says where it answers; throws when the server ends instead. */
  async url(): Promise<string> {
    for (;;) {
      const url = /^Tertulia is ready at (\S+).*\n/m.exec(this.stdout)?.[1];
      if (url !== undefined) return url;
      const ended = await Promise.race([this.exited.then(() => true), this.says().then(() => false)]);
      if (ended) throw new Error(`The server ended: ${this.stderr}`);
    }
  }

  /** What makes somebody its first administrator, from the line that says where it answers. */
  get setupCode(): string {
    const code = /^Tertulia is ready at .*setup code[^:]*: ([\w-]+)/m.exec(this.stdout)?.[1];
    if (code === undefined) throw new Error('The server has given no setup code.');
    return code;
  }

  /** Resolves when it says something more. */
  async says(): Promise<void> {
    if (this.child.stdout) await once(this.child.stdout, 'data');
  }

  /** Asks it to stop, as a service manager does. */
  stop(): void {
    this.child.kill('SIGTERM');
  }
}

/** A folder of the test's own, with the settings that keep a server within it. */
export function aFolder(): { readonly path: string; readonly settings: Record<string, string> } {
  const path = mkdtempSync(join(tmpdir(), 'tertulia-process-'));
  onTestFinished(() => {
    rmSync(path, { recursive: true, force: true });
  });
  const settings = {
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: `sqlite:${join(path, 'data', 'tertulia.db')}`,
    UPLOADS_DIR: join(path, 'uploads'),
    LINK_PREVIEWS: 'off',
    WEB_PUSH: 'off',
  };
  return { path, settings };
}
