import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Who one is, and where: kept in the user's folder for settings, readable by them alone. */
export type Credentials =
  { readonly url: string; readonly token: string } | { readonly url: string; readonly refreshToken: string };

/** Null where nobody has signed in. What stands in the environment counts before what is kept. */
export async function credentials(): Promise<Credentials | null> {
  const { TERTULIA_URL: url, TERTULIA_TOKEN: token } = process.env;
  if (url !== undefined && token !== undefined) return { url, token };
  try {
    return JSON.parse(await readFile(place(), 'utf8')) as Credentials;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** In one step: whoever is killed in between leaves the old file or the new one, never half of it. */
export async function keepCredentials(given: Credentials): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const half = `${place()}.${String(process.pid)}`;
  await writeFile(half, `${JSON.stringify(given)}\n`, { mode: 0o600, flush: true });
  await rename(half, place());
}

export async function forgetCredentials(): Promise<void> {
  await rm(place(), { force: true });
}

function place(): string {
  return join(folder(), 'credentials.json');
}

function folder(): string {
  const { XDG_CONFIG_HOME, APPDATA } = process.env;
  const settings = process.platform === 'win32' ? APPDATA : XDG_CONFIG_HOME;
  return join(settings ?? join(homedir(), '.config'), 'tertulia');
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
