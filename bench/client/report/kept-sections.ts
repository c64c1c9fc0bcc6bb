import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Section } from './row.js';

const FILE = 'dist/bench-client/sections.json';

const wanted = z.object({ bound: z.enum(['≤', '≥']), value: z.number() });
const row = z.object({
  name: z.string(),
  figure: z.number().optional(),
  unit: z.enum(['', 'kB', 'ms', '×']),
  wanted: wanted.optional(),
});
const kept = z.record(z.string(), z.object({ title: z.string(), ifSlow: z.string(), rows: z.array(row) }));

/** What was measured last of each work: one may be measured anew without all the others. */
export function keepSections(measured: Readonly<Record<string, Section>>): Readonly<Record<string, Section>> {
  const before = existsSync(FILE) ? kept.parse(JSON.parse(readFileSync(FILE, 'utf8'))) : {};
  const all = { ...before, ...measured };
  writeFileSync(FILE, JSON.stringify(all));
  return all;
}
