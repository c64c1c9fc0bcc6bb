import { z } from 'zod';

/** What the servers written for comparison are told by their environment. */
export const { FILE, SYNCHRONOUS, PEOPLE, ROOMS } = z
  .object({
    FILE: z.string(),
    SYNCHRONOUS: z.enum(['OFF', 'FULL']),
    PEOPLE: z.coerce.number(),
    ROOMS: z.coerce.number(),
  })
  .parse(process.env);
