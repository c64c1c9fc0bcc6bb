import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Settings } from '../config/index.js';
import { databasePath } from '../database/index.js';

/** JWT_SECRET, or the one that was made at the first start and is kept beside the database, readable to its owner alone. */
export function jwtSecret(settings: Settings): string {
  if (settings.jwtSecret !== undefined) return settings.jwtSecret;
  const file = join(dirname(databasePath(settings)), 'jwt-secret');
  if (!existsSync(file)) make(file);
  return readFileSync(file, 'utf8').trim();
}

function make(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const descriptor = openSync(file, 'wx', 0o600);
  writeSync(descriptor, `${randomBytes(48).toString('base64url')}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
}
