import { atRest } from '../measure/rest.js';
import type { Contestant, OpenOptions, Plan, Venue } from '../contestants/contestant.js';

/** Does something on a server of its own that has come to rest, and is gone afterwards. Where it fails, everything ends, so nothing is tidied up before it is told. */
export async function inVenue<T>(
  contestant: Contestant,
  plan: Plan,
  work: (venue: Venue) => Promise<T>,
  options?: OpenOptions,
): Promise<T> {
  const venue = await contestant.open(plan, options);
  await atRest(venue.server);
  const result = await work(venue);
  await venue.close();
  return result;
}
