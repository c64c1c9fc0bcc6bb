import { InvalidInput } from '../errors/index.js';

/** The longest of them has 32 characters. */
const MAX_TIME_ZONE_LENGTH = 64;

/** A time zone as the IANA writes it. Offsets such as +02:00, which Intl takes as well, know nothing of summer. */
export function timeZoneFrom(written: string): string {
  if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(written) || written.length > MAX_TIME_ZONE_LENGTH)
    throw new UnknownTimeZone();
  try {
    return new Intl.DateTimeFormat('en', { timeZone: written }).resolvedOptions().timeZone;
  } catch {
    throw new UnknownTimeZone();
  }
}

class UnknownTimeZone extends InvalidInput {
  constructor() {
    super('timeZone', 'This is not the name of a time zone, such as Europe/Madrid.');
  }
}
