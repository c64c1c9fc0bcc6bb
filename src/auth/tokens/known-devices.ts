import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { GraphQLContext } from '../../caller/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import type { User } from '../../users/index.js';
import { CookieJar } from './cookie-jar.js';
import { jwtSecret } from './jwt-secret.js';

type Account = Pick<User, 'id' | 'passwordHash'>;

const COOKIE = 'tertulia-device';
const YEAR = 365 * 24 * 60 * 60;
const MAX_ACCOUNTS = 8;
const NOBODYS: Account = { id: '', passwordHash: null };

/**
 * Knows the browsers in which somebody has signed in before: strangers' wrong guesses are not counted against them (OWASP, "Slow Down
 * Online Guessing Attacks with Device Cookies"). The cookie opens nothing: it holds the device's name, and a seal for each account that was signed
 * in to there. A seal is made over the password's hash, so that a changed password makes every device a stranger.
 */
@Injectable()
export class KnownDevices {
  private readonly key: Buffer;

  constructor(
    private readonly jar: CookieJar,
    @InjectSettings() settings: Settings,
  ) {
    this.key = createHmac('sha256', jwtSecret(settings)).update('known devices').digest();
  }

  /** The device's name, where this account was signed in to on it; null for a stranger's. */
  recognise(context: GraphQLContext, account: Account | null): string | null {
    const { device, seals } = this.read(context);
    // Done for names that nobody has, too: what is not there takes as long as what is.
    const isKnown = seals.includes(this.seal(device, account ?? NOBODYS));
    return account && isKnown ? device : null;
  }

  remember(context: GraphQLContext, account: Account): void {
    const { device, seals } = this.read(context);
    const own = this.seal(device, account);
    const kept = [own, ...seals.filter((seal) => seal !== own)].slice(0, MAX_ACCOUNTS);
    this.jar.put(context, { name: COOKIE, value: [device, ...kept].join('.'), seconds: YEAR });
  }

  private read(context: GraphQLContext): { device: string; seals: string[] } {
    const [device = '', ...seals] = this.jar.read(context, COOKIE)?.slice(0, 512).split('.') ?? [];
    return /^[\w-]{22}$/.test(device)
      ? { device, seals }
      : { device: randomBytes(16).toString('base64url'), seals: [] };
  }

  private seal(device: string, { id, passwordHash }: Account): string {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([device, id, passwordHash]))
      .digest('base64url')
      .slice(0, 22);
  }
}
