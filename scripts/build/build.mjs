import { mkdirSync } from 'node:fs';
import { fromRoot } from '../bootstrap/root.mjs';
import { buildClient } from './client.mjs';
import { buildServer } from './server.mjs';

/** Builds what changed. */
export async function build() {
  mkdirSync(fromRoot('dist'), { recursive: true });
  const halves = await Promise.allSettled([buildServer(), buildClient()]);
  const failed = halves.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
}
