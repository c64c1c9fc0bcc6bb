import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

// Each test file has a temporary folder of its own: what a library of one server leaves there, no other file's test sees.
const around = process.env.TMPDIR;
const folder = mkdtempSync(join(tmpdir(), 'tertulia-'));
// Others may go through it, as through /tmp: the PostgreSQL of a test runs under an account of its own.
chmodSync(folder, 0o711);
process.env.TMPDIR = folder;

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  // The next file of this worker makes its own beside it.
  if (around === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = around;
});
