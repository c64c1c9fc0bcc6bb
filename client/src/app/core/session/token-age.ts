const RENEW_BEFORE = 60_000;
const LEAST_LIFE = 30_000;

/** When to renew a token. A clock that runs ahead must not make every token look old from its first moment. */
export function refreshTime(expiresAt: string, now: number): number {
  return Math.max(Date.parse(expiresAt) - RENEW_BEFORE, now + LEAST_LIFE);
}

export function isStale(refreshAt: number, now: number): boolean {
  return now >= refreshAt;
}
