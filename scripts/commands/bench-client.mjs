import { build } from '../build/build.mjs';
import { runNode, runTool } from '../build/tool.mjs';
import { CAST, PASSWORD } from '../demo/cast.mjs';
import { seed } from '../demo/seed.mjs';
import { startThrowawayServer } from '../demo/throwaway-server.mjs';

const MAIN = 'dist/bench-client/bench/client/main.js';

/** What opening the client costs, on the demo's server with all its messages: docs/client.md. */
export async function run() {
  await build();
  await runTool('tsc', ['-p', 'bench/client/tsconfig.json']);
  const server = await startThrowawayServer();
  try {
    console.log('Filling the rooms.');
    const messages = await seed(server);
    const [{ username }] = CAST;
    await runNode([MAIN, server.address, username, PASSWORD, String(messages)], 'The benchmark of the client');
  } finally {
    server.stop();
    await server.ended;
  }
  await runTool('prettier', ['--write', '--log-level=warn', 'docs/client.md']);
}
