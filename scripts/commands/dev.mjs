import { mkdirSync, watch } from 'node:fs';
import { fromRoot } from '../bootstrap/root.mjs';
import { CLIENT_STAMP } from '../build/client.mjs';
import { forget } from '../build/fingerprint.mjs';
import { buildServer, SERVER_COMPILER, SERVER_STAMP } from '../build/server.mjs';
import { ending, runNode, startNode, startTool } from '../build/tool.mjs';
import { JOINED_TRANSLATIONS, joinTranslations } from '../languages/translations.mjs';
import { loadSettings } from './start.mjs';

/** One address for both halves: the server starts anew when its code changes, and serves the client as it is rebuilt. */
export async function run() {
  mkdirSync(fromRoot('dist'), { recursive: true });
  joinTranslations(JOINED_TRANSLATIONS);
  await Promise.all([buildServer(), runNode(['scripts/codegen.mjs'])]);
  // What the watchers leave in dist is not what `npm start` would build.
  for (const stamp of [SERVER_STAMP, CLIENT_STAMP]) forget(stamp);
  loadSettings();
  const watchers = [
    startTool('tsc', [...SERVER_COMPILER, '--watch', '--preserveWatchOutput']),
    startTool('ng', ['build', '--watch', '--configuration=development', '--no-progress']),
    startNode(['--watch', '--watch-preserve-output', 'dist/server/main.js']),
  ];
  const documents = watchDocuments();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(watchers));
  await Promise.race(watchers.map(ending));
  documents.close();
  stop(watchers);
}

function stop(watchers) {
  for (const watcher of watchers) watcher.kill('SIGTERM');
}

/** A changed query has its new types as soon as it is saved; one that is wrong is told of, and waited for. */
function watchDocuments() {
  return watch(fromRoot('client/src'), { recursive: true }, (_, file) => {
    if (file?.endsWith('.graphql')) startNode(['scripts/codegen.mjs']);
  });
}
