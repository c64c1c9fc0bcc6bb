import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onCoreOfServer } from '../machine.js';
import { type Disk, onDisk } from './disk.js';
import { answer, type Answer, type Memory, type Question, type Usage } from './questions.js';

const PROBE = new URL('probe.js', import.meta.url).href;

export interface ServerProgram {
  /** The script that is started. */
  readonly script: URL;
  readonly environment: Readonly<Record<string, string>>;
  readonly disk?: Disk | undefined;
}

/** A server in a process of its own, on a core of its own where that can be had. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    readonly startMilliseconds: number,
  ) {}

  /** Resolves once the server has said where it answers. */
  static async start({ script, environment, disk = 'as it is' }: ServerProgram): Promise<ServerProcess> {
    const node = [process.execPath, '--expose-gc', '--import', PROBE, script.pathname];
    const [command = '', ...args] = onCoreOfServer(onDisk(disk, node));
    const begun = performance.now();
    const child = spawn(command, args, {
      env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...environment },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const url = await urlOf(child);
    return new ServerProcess(child, url, performance.now() - begun);
  }

  async usage(): Promise<Usage> {
    return present((await this.ask({ ask: 'usage' })).usage);
  }

  /** After a full garbage collection. */
  async memory(): Promise<Memory> {
    return present((await this.ask({ ask: 'memory' })).memory);
  }

  async startProfile(): Promise<void> {
    await this.ask({ ask: 'start profile' });
  }

  async stopProfile(file: string): Promise<void> {
    await this.ask({ ask: 'stop profile', file });
  }

  /** At once: nobody needs what it would still have to say, and its database is thrown away or was written durably. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  private async ask(question: Question): Promise<Answer> {
    const answered: Promise<unknown[]> = once(this.child, 'message', { signal: AbortSignal.timeout(60_000) });
    this.child.send(question);
    const [message] = await answered;
    return answer.parse(message);
  }
}

function urlOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const url = / is ready at (\S+).*\n/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('error', reject);
    child.once('exit', () => {
      reject(new Error(`A server ended before it was ready: ${said}`));
    });
  });
}

function present<T>(answered: T | undefined): T {
  if (answered === undefined) throw new Error('The probe answered another question.');
  return answered;
}
