import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { foldName, textWithin } from '../../text/index.js';
import { InvalidInput } from '../../errors/index.js';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../../rules/index.js';
import { lazily, Semaphore } from '../../runtime/index.js';
import { TooManySignIns } from '../auth.errors.js';
import { isCommonPassword } from './common-passwords.js';

/** Argon2id (RFC 9106) with 19 MiB, two passes, one lane: OWASP's first choice. The package's default algorithm is Argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** About a minute's worth of hashes: whoever comes behind so many would have gone before their turn. */
const MAX_WAITING = 4000;

/** It brings threads and an allocator of its own, which are worth nothing before somebody types a password. */
const argon2 = lazily(() => import('@node-rs/argon2'));

@Injectable()
export class Passwords {
  // Each hash fills a core and 19 MiB; unbounded, a flood of sign-ins would take both from everybody else.
  private readonly semaphore = new Semaphore(Math.max(1, availableParallelism() - 1), MAX_WAITING);
  private readonly nobodys = hashOfNothing();

  /** 120 random bits, in groups that can be read aloud. */
  generate(): string {
    return this.readable(randomBytes(15));
  }

  /** Bytes as a password that can be read aloud. */
  readable(bytes: Buffer): string {
    return bytes.toString('base64url').match(/.{5}/g)?.join('-') ?? '';
  }

  hash(password: string): Promise<string> {
    return this.inTurn(async () => (await argon2()).hash(password, COST));
  }

  /** Takes the same time whether there is a hash to compare with or not, so that nobody learns who has an account. */
  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    // Longer than any password can be: not worth hashing megabytes for, and as slow as any other refusal.
    const typed = password.slice(0, 1024).normalize('NFC');
    const matches = await this.inTurn(async () => (await argon2()).verify(passwordHash ?? this.nobodys, typed));
    return matches && passwordHash !== null;
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    return this.semaphore.pass(task, () => new TooManySignIns());
  }
}

/** What is compared where there is no account: as costly as any other hash, and of no password, so nothing was hashed for it. */
function hashOfNothing(): string {
  const { memoryCost, timeCost, parallelism } = COST;
  const cost = `m=${String(memoryCost)},t=${String(timeCost)},p=${String(parallelism)}`;
  const [salt, key] = [16, 32].map((bytes) => randomBytes(bytes).toString('base64').replace(/=+$/, ''));
  return `$argon2id$v=19$${cost}$${String(salt)}$${String(key)}`;
}

/** A password of somebody's own choice: 8 to 256 characters, in NFC so that it is the same from every keyboard, and not what a guesser tries first. */
export async function passwordFrom(field: string, value: string, names: readonly string[]): Promise<string> {
  const password = textWithin(field, value, { min: MIN_PASSWORD_LENGTH, max: MAX_PASSWORD_LENGTH });
  if (names.some((name) => foldName(name) === foldName(password)))
    throw new InvalidInput(field, 'Your password cannot be your username.');
  if (await isCommonPassword(password)) throw new InvalidInput(field, 'This password is too common and easy to guess.');
  return password;
}
