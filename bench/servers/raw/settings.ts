import { z } from 'zod';

/** What the hand-written servers are told by their environment. */
export const { FILE, SYNCHRONOUS, PEOPLE } = z
  .object({ FILE: z.string(), SYNCHRONOUS: z.enum(['OFF', 'FULL']), PEOPLE: z.coerce.number() })
  .parse(process.env);
