import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';

const CORE_OF_SERVER = '0';
const CORE_OF_LOAD = '1';

/** Only where there are two cores and the tool to choose between them; elsewhere the system places both as it likes. */
const CAN_PIN =
  availableParallelism() > 1 &&
  spawnSync('taskset', ['-c', `${CORE_OF_SERVER},${CORE_OF_LOAD}`, process.execPath, '-v']).status === 0;

/** The command that runs on the server's core. */
export function onCoreOfServer(command: readonly string[]): readonly string[] {
  return CAN_PIN ? ['taskset', '-c', CORE_OF_SERVER, ...command] : command;
}

/** Takes this process, with all its threads, off the server's core. */
export function moveToCoreOfLoad(): void {
  if (CAN_PIN) spawnSync('taskset', ['-a', '-c', '-p', CORE_OF_LOAD, String(process.pid)]);
}

export function machine(): string {
  const cores = cpus();
  const placing = CAN_PIN
    ? 'the server on one core, the load on another'
    : 'server and load wherever the system put them';
  return `${String(cores.length)} cores (${cores[0]?.model.trim() ?? 'unknown'}), Node ${process.version}, ${process.platform} ${process.arch}; ${placing}`;
}
