import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Settings } from '../../config/index.js';
import { databasePath, makeFolderOf } from '../../database/index.js';

/** JWT_SECRET, or the one that was made at the first start and is kept beside the database, readable to its owner alone. */
export function jwtSecret(settings: Settings): string {
  if (settings.jwtSecret !== undefined) return settings.jwtSecret;
  const file = join(dirname(databasePath(settings)), 'jwt-secret');
  return read(file) ?? make(file);
}

/** The secret as the key that signs and verifies: made from its text anew for each token it costs forty times the check itself. */
export function jwtKey(settings: Settings): KeyObject {
  return createSecretKey(Buffer.from(jwtSecret(settings)));
}

/** An empty file holds no secret: a crash may have left it. */
function read(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const secret = readFileSync(file, 'utf8').trim();
  if (secret !== '') return secret;
  rmSync(file);
  return undefined;
}

/** Made whole under another name first: whatever stands under the real one is a secret to its end. */
function make(file: string): string {
  makeFolderOf(file);
  const secret = randomBytes(48).toString('base64url');
  const temporary = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(temporary, `${secret}\n`, { flag: 'wx', mode: 0o600, flush: true });
    publish(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
  return read(file) ?? secret;
}

/** Unlike a rename, a link leaves one that another process made in the meantime. Not every disk has links. */
function publish(temporary: string, file: string): void {
  try {
    linkSync(temporary, file);
  } catch {
    if (!existsSync(file)) renameSync(temporary, file);
  }
}
