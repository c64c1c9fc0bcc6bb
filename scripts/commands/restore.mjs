import { archiveIn, inOneLine, settingsOf } from '../backup/command.mjs';

const REPLACE = '--replace';
const END_SESSIONS = '--end-sessions';

/** Puts back what an archive holds, while no server runs. */
export async function run(args) {
  const { archive, options } = archiveIn('restore', args, [REPLACE, END_SESSIONS]);
  const settings = await settingsOf();
  const { restore } = await import('../../dist/server/backup/index.js');
  const choices = { replace: options.includes(REPLACE), endSessions: options.includes(END_SESSIONS) };
  const { manifest, kept } = await inOneLine(() => restore(settings, archive, choices));
  const { counts, madeAt } = manifest;
  console.log(`Restored ${counts.room} rooms, ${counts.message} messages and ${counts.file} files as of ${madeAt}.`);
  if (kept !== undefined) console.log(`What was there before is kept in ${kept}.`);
}
