const RENEW_BEFORE = 60_000;
const MIN_LIFE = 30_000;
/** Of a token that says nothing of itself. */
const USUAL_LIFE = 15 * 60_000;
const MAX_LIFE = 24 * 3_600_000;

/** How long a token is good for. Both ends are told by the server's side; this machine's clock has no say. */
export function lifeOf(token: string, expiresAt: string, serverNow: Date | null): number {
  const whole = Math.min(MAX_LIFE, lifeInside(token) ?? USUAL_LIFE);
  const left = serverNow === null ? Number.NaN : Date.parse(expiresAt) - serverNow.getTime();
  // More than all of it, or nothing, of a token that was just given: it was a proxy who said what time it is, and its clock is another one.
  return left > 0 && left <= whole ? left : whole;
}

/** How long to wait before a token is renewed. */
export function renewIn(life: number): number {
  return Math.max(MIN_LIFE, life - RENEW_BEFORE);
}

/** What a token says of the time from its issue to its end: read for nothing else, and believed by nobody. */
function lifeInside(token: string): number | null {
  try {
    const [, claims = ''] = token.split('.');
    const read: unknown = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof read !== 'object' || read === null || !('iat' in read) || !('exp' in read)) return null;
    const life = (Number(read.exp) - Number(read.iat)) * 1000;
    return life > 0 ? life : null;
  } catch {
    return null;
  }
}
