import { runTool } from '../build/tool.mjs';

export async function run(paths) {
  await runTool('prettier', ['--write', '--log-level=warn', ...(paths.length > 0 ? paths : ['.'])]);
}
