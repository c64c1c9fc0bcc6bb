import { readFileSync } from 'node:fs';
import { z } from 'zod';

const cpuProfile = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() }),
      children: z.array(z.number()).default([]),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});

export interface Place {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}

export interface Spent extends Place {
  readonly caller: Place | undefined;
  readonly microseconds: number;
}

/** What each function spent itself, without what it called; nothing of idleness, nor of the profiler's own work. */
export function readSelfTimes(file: string): Spent[] {
  const { nodes, samples, timeDeltas } = cpuProfile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const microseconds = new Map<number, number>();
  samples.forEach((node, at) => microseconds.set(node, (microseconds.get(node) ?? 0) + (timeDeltas[at] ?? 0)));
  const callers = new Map(nodes.flatMap(({ callFrame, children }) => children.map((child) => [child, callFrame])));
  return nodes
    .filter(({ callFrame }) => callFrame.functionName !== '(idle)' && callFrame.url !== 'node:inspector')
    .map(({ id, callFrame }) => ({
      ...callFrame,
      caller: callers.get(id),
      microseconds: microseconds.get(id) ?? 0,
    }));
}
