import type { Status } from '../../core/graphql/model';

/** What somebody is up to at this time: no event tells that a status has ended by itself. */
export function statusNow(status: Status | null, now: Date): Status | null {
  if (!status) return null;
  return status.until !== null && Date.parse(status.until) <= now.getTime() ? null : status;
}

export function statusText({ emoji, text }: Status): string {
  return [emoji, text].filter(Boolean).join(' ');
}
