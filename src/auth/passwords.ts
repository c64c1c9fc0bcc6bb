import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { textWithin, Turnstile } from '../common/index.js';

/** Argon2id (RFC 9106) with 19 MiB, two passes, one lane: OWASP's first choice. The package's default algorithm is Argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

@Injectable()
export class Passwords {
  // Each hash fills a core and 19 MiB; unbounded, a flood of sign-ins would take both from everybody else.
  private readonly turnstile = new Turnstile(Math.max(1, availableParallelism() - 1));
  private readonly nobodys = hash(randomBytes(16), COST);

  /** 120 random bits, in groups that can be read aloud. */
  generate(): string {
    return randomBytes(15).toString('base64url').match(/.{5}/g)?.join('-') ?? '';
  }

  hash(password: string): Promise<string> {
    return this.turnstile.pass(() => hash(password, COST));
  }

  /** Takes the same time whether there is a hash to compare with or not, so that nobody learns who has an account. */
  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    const matches = await this.turnstile.pass(async () => verify(passwordHash ?? (await this.nobodys), password));
    return matches && passwordHash !== null;
  }
}

/** A password of somebody's own choice: 8 to 256 characters, in NFC so that it is the same from every keyboard. */
export function passwordFrom(value: string): string {
  return textWithin('password', value, { min: 8, max: 256 });
}
