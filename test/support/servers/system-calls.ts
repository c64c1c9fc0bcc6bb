import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** The tracer is not the server's parent but beside it: what kills the server is heard by the server alone. */
export function tracing(file: string): string[] {
  const calls = 'trace=write,writev,pwrite64,sendto,sendmsg,fsync,fdatasync';
  return ['strace', '-D', '-f', '-y', '-s', '100000', '-e', calls, '-e', 'signal=none', '-o', file];
}

/** Why system calls cannot be traced here; undefined where they can. */
export function whyNoTracing(): string | undefined {
  const { error, status, stderr } = spawnSync('strace', ['-D', '-o', '/dev/null', 'true'], { encoding: 'utf8' });
  if (error) return `strace is not there (${error.message})`;
  return status === 0 && stderr === '' ? undefined : `strace may not trace (${stderr.trim()})`;
}

/** One call that succeeded, at the place where it came back. */
export interface SystemCall {
  readonly name: string;
  /** The path or the socket that it is about. */
  readonly target: string;
  readonly text: string;
  /** Whether the thread made it that serves everybody, and so stood still meanwhile. */
  readonly isByMain: boolean;
}

/** The calls of all threads, in their order. */
export function callsIn(file: string): SystemCall[] {
  const lines = readFileSync(file, 'latin1').split('\n');
  const main = lines[0]?.split(' ')[0] ?? '';
  const begun = new Map<string, string>();
  return lines.flatMap((line) => {
    const [thread = ''] = line.split(' ');
    const resumed = /<\.\.\. \w+ resumed>(.*)/.exec(line)?.[1];
    const text = resumed === undefined ? line.slice(thread.length).trim() : (begun.get(thread) ?? '') + resumed;
    if (text.endsWith('<unfinished ...>')) {
      begun.set(thread, text.slice(0, -'<unfinished ...>'.length));
      return [];
    }
    const isByMain = thread === main;
    const [, name, target] = /^(\w+)\(\d+<(.*?)>/.exec(text) ?? [];
    return name === undefined || target === undefined || text.includes(' = -1 ')
      ? []
      : [{ name, target, text, isByMain }];
  });
}

/** From now on the system refuses a running process every sync, as a dying disk does; ends when disposed of. */
export async function refuseSyncs(pid: number): Promise<AsyncDisposable & { isRefusing(): boolean }> {
  const inject = 'inject=fsync,fdatasync:error=EIO';
  const tracer = spawn(
    'strace',
    ['-f', '-p', String(pid), '-e', 'trace=fsync,fdatasync', '-e', inject, '-o', '/dev/null'],
    {
      stdio: 'ignore',
    },
  );
  const ended = once(tracer, 'exit');
  await expect.poll(() => tracerOf(pid), { interval: 10 }).toBe(tracer.pid);
  return {
    isRefusing: () => tracerOf(pid) === tracer.pid,
    [Symbol.asyncDispose]: async () => {
      tracer.kill('SIGINT');
      await ended;
    },
  };
}

function tracerOf(pid: number): number {
  return Number(/^TracerPid:\s*(\d+)/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]);
}
