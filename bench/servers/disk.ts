import { spawnSync } from 'node:child_process';

/** The disk of this machine, or the same as a small volume in a cloud, a NAS or a memory card is. */
export type Disk = 'as it is' | 'slow';

export const DELAY_MILLISECONDS = 20;

/**
 * Each sync of the server, and of nobody else, takes so much longer; only the thread that syncs waits. The filter in the kernel
 * spares all other system calls the way through strace, without which quiet itself would be slow.
 */
const STRACE = [
  'strace',
  // The server stays our child, and can be killed.
  ...['-D', '-f', '-qq', '-o', '/dev/null', '--seccomp-bpf'],
  ...['-e', 'trace=fsync,fdatasync', '-e', `inject=fsync,fdatasync:delay_exit=${String(DELAY_MILLISECONDS * 1000)}`],
];

/** Only where strace is there, and allowed. */
export const CAN_DELAY = spawnSync(STRACE[0] ?? '', [...STRACE.slice(1), process.execPath, '-v']).status === 0;

export function onDisk(disk: Disk, command: readonly string[]): readonly string[] {
  return disk === 'slow' ? [...STRACE, ...command] : command;
}
