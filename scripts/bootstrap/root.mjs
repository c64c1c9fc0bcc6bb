import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

export function fromRoot(...parts) {
  return join(root, ...parts);
}
