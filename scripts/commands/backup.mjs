import { archiveIn, inOneLine, settingsOf } from '../backup/command.mjs';

/** Archives everything, whether a server runs or not. Exits with 1 as well when something that should be in it is not. */
export async function run(args) {
  const { archive } = archiveIn('backup', args, []);
  const settings = await settingsOf();
  const { backUp } = await import('../../dist/server/backup/index.js');
  const { counts, lacking } = await inOneLine(() => backUp(settings, archive));
  console.log(`Backed up ${counts.room} rooms, ${counts.message} messages and ${counts.file} files to ${archive}.`);
  if (lacking.length === 0) return;
  const named = lacking.slice(0, 5).join(', ');
  console.error(
    `But ${lacking.length} stored files are missing or not what they were, and so not in it: ${named}${lacking.length > 5 ? ', …' : ''}.`,
  );
  process.exitCode = 1;
}
