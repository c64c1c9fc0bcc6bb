import './production.js';
import 'reflect-metadata';
import { InvalidSettings, readSettings } from './config/index.js';
import { boundYoungGeneration, releaseHeapOfStart } from './heap.js';
import { type RunningServer, startServer } from './server.js';
import { sentenceFor } from './start-failure.js';
import { keepTemporaryFiles } from './temporary-files.js';

/** Long enough for what is under way, short enough for whoever waits for the machine. */
const FAREWELL_MILLISECONDS = 1000;
const LAST_CALL_MILLISECONDS = 14_000;

try {
  const settings = readSettings(process.env);
  keepTemporaryFiles(settings);
  const server = await startServer(settings);
  let leaving: Promise<void> | undefined;
  // Ctrl-C comes twice, from the terminal and from npm, which passes it on: the second one must not cut the farewell short.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      leaving ??= leave(server);
    });
  }
  await releaseHeapOfStart();
  boundYoungGeneration();
  process.stdout.write(`Tertulia is ready at ${server.url}${invitationTo(server)}\n`);
} catch (error) {
  const lines = error instanceof InvalidSettings ? error.lines : [sentenceFor(error)];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(1);
}

function invitationTo({ setupCode }: RunningServer): string {
  return setupCode === null ? '' : ` (setup code for its first administrator: ${setupCode})`;
}

async function leave(server: RunningServer): Promise<void> {
  setTimeout(() => process.exit(1), LAST_CALL_MILLISECONDS).unref();
  await server.stop({ milliseconds: FAREWELL_MILLISECONDS });
  process.exit(0);
}
