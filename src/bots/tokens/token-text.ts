import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { BOT_TOKEN_PREFIX } from '../../auth/index.js';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 214 bits. */
const RANDOM_LENGTH = 36;
/** What 32 bits take at most. */
const CHECKSUM_LENGTH = 6;
const FORM = new RegExp(
  `^${BOT_TOKEN_PREFIX}[0-9A-Za-z]{${String(RANDOM_LENGTH)}}[0-9A-Za-z]{${String(CHECKSUM_LENGTH)}}$`,
);

/**
 * A new token: the prefix, random characters, and a checksum of both (CRC-32 in base 62), as GitHub makes its own: https://github.blog/engineering/behind-githubs-new-authentication-token-formats/.
 * A secret scanner tells it from other text without asking this server, and a token that was cut short in copying is refused without a look at the database.
 */
export function newTokenText(): string {
  const random = Array.from({ length: RANDOM_LENGTH }, () => DIGITS.charAt(randomInt(DIGITS.length))).join('');
  const text = BOT_TOKEN_PREFIX + random;
  return text + checksumOf(text);
}

/** Whether a text has the form and the checksum of a token; not whether such a token exists. */
export function isTokenText(text: string): boolean {
  return FORM.test(text) && checksumOf(text.slice(0, -CHECKSUM_LENGTH)) === text.slice(-CHECKSUM_LENGTH);
}

function checksumOf(text: string): string {
  let [left, digits] = [crc32(text), ''];
  while (digits.length < CHECKSUM_LENGTH) {
    digits = DIGITS.charAt(left % DIGITS.length) + digits;
    left = Math.floor(left / DIGITS.length);
  }
  return digits;
}
