import { z } from 'zod';

export const question = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('usage') }),
  z.object({ ask: z.literal('memory') }),
  z.object({ ask: z.literal('start profile') }),
  z.object({ ask: z.literal('stop profile'), file: z.string() }),
]);

export const answer = z.object({
  usage: z
    .object({ cpuMicroseconds: z.number(), loopDelayMilliseconds: z.number(), residentBytes: z.number() })
    .optional(),
  memory: z.object({ rss: z.number(), heap: z.number() }).optional(),
});

export type Question = z.infer<typeof question>;
export type Answer = z.infer<typeof answer>;
export type Usage = NonNullable<Answer['usage']>;
export type Memory = NonNullable<Answer['memory']>;
