import { mkdirSync } from 'node:fs';
import { fromRoot } from '../bootstrap/root.mjs';
import { buildClient } from './client.mjs';
import { buildDocs } from './docs.mjs';
import { buildPackages } from './packages.mjs';
import { buildServer } from './server.mjs';

/** Builds what changed. */
export async function build() {
  mkdirSync(fromRoot('dist'), { recursive: true });
  const parts = await Promise.allSettled([buildServer(), buildClient(), buildDocs(), buildPackages()]);
  const failed = parts.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
}
