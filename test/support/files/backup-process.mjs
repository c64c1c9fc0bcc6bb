// Backs up or restores in a process of its own, so that it can be killed: node backup-process.mjs backup|restore FILE [--replace]
import { backUp, restore } from '../../../dist/server/backup/index.js';
import { readSettings } from '../../../dist/server/config/index.js';

const [command, archive, option] = process.argv.slice(2);
const settings = readSettings(process.env);
process.send?.('begins');
try {
  if (command === 'backup') console.error((await backUp(settings, archive)).lacking.join(' ') || 'whole');
  else await restore(settings, archive, { replace: option === '--replace' });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
process.channel?.unref();
