/** How long a bot may answer. */
const ANSWERABLE_MILLISECONDS = 24 * 60 * 60 * 1000;

/** What was asked after this moment may be answered now; in milliseconds since 1970. */
export function answerableSince(now: Date): number {
  return now.getTime() - ANSWERABLE_MILLISECONDS;
}
