import { build } from '../build/build.mjs';
import { runNode, runTool } from '../build/tool.mjs';

/** What opening the client costs, as docs/client.md has it. */
export async function run() {
  await build();
  await runTool('tsc', ['-p', 'bench/client/tsconfig.json']);
  await runNode(['dist/bench-client/bench/client/main.js'], 'The benchmark of the client');
  await runTool('prettier', ['--write', '--log-level=warn', 'docs/client.md']);
}
