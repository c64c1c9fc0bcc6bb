import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** The echo bot of the SDK as a process of its own. */
export class EchoBot {
  /** Everything that it has complained of, in all its lives. */
  complaints = '';
  private child: ChildProcess | undefined;

  private constructor(
    private readonly environment: Record<string, string>,
    private readonly program: string,
    private readonly folder: string,
  ) {}

  static run(
    { url }: { readonly url: string },
    { accessToken }: { readonly accessToken: string },
    { program = 'packages/sdk/examples/echo.mjs', folder = process.cwd() } = {},
  ): EchoBot {
    const bot = new EchoBot({ TERTULIA_URL: url, TERTULIA_TOKEN: accessToken }, program, folder);
    bot.start();
    onTestFinished(() => bot.kill());
    return bot;
  }

  start(): void {
    const child = spawn(process.execPath, [this.program], {
      cwd: this.folder,
      env: { PATH: process.env.PATH, ...this.environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.complaints += text));
    this.child = child;
  }

  /** Resolves with its exit status when it has given up. */
  async ends(): Promise<number | null> {
    const { child } = this;
    if (!child) throw new Error('It was never started.');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child.exitCode;
  }

  async kill(): Promise<void> {
    this.child?.kill('SIGKILL');
    await this.ends();
  }
}
