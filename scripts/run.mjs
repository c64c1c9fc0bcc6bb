// `npm run COMMAND` is `node scripts/run.mjs COMMAND`. It starts on whatever Node the machine has, perhaps before anything is
// installed: so this file and bootstrap/ use nothing but Node 20.19 itself. The commands run on the Node that comes with the packages.
import module from 'node:module';
import { ensureInstalled } from './bootstrap/install.mjs';
import { packagedNode, runOn, runsOn } from './bootstrap/node.mjs';
import { fromRoot } from './bootstrap/root.mjs';

const [command, ...args] = process.argv.slice(2);

try {
  ensureInstalled();
  const node = packagedNode();
  if (runsOn(node)) await runCommand();
  else await runOn(node, [import.meta.filename, command, ...args]);
} catch (error) {
  console.error(error?.plain ? error.message : error);
  process.exitCode = 1;
}

async function runCommand() {
  // The next start finds its code compiled and is half a second sooner; so do the servers that the tests start.
  process.env.NODE_COMPILE_CACHE ??= fromRoot('node_modules', '.cache', 'compiled');
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  const { run } = await import(`./commands/${command}.mjs`);
  await run(args);
}
