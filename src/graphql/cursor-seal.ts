import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';

const TAG_BYTES = 9;
const MAX_LENGTH = 600;

/**
 * Seals a small list of values into an opaque text that only this server makes: JSON, then a truncated HMAC-SHA-256
 * (RFC 2104), in base64url. Opening gives `undefined` for whatever this key did not seal.
 */
export class CursorSeal {
  /** Made once: preparing the key costs more than the signature. */
  private readonly key: KeyObject;

  constructor(key: Uint8Array) {
    this.key = createSecretKey(key);
  }

  seal(values: readonly (string | number)[]): string {
    const body = Buffer.from(JSON.stringify(values));
    return Buffer.concat([this.tag(body), body]).toString('base64url');
  }

  open(cursor: string): readonly unknown[] | undefined {
    if (cursor.length > MAX_LENGTH || !/^[\w-]+$/.test(cursor)) return undefined;
    const bytes = Buffer.from(cursor, 'base64url');
    const body = bytes.subarray(TAG_BYTES);
    if (body.length === 0 || !timingSafeEqual(bytes.subarray(0, TAG_BYTES), this.tag(body))) return undefined;
    const values: unknown = JSON.parse(body.toString());
    return Array.isArray(values) ? values : undefined;
  }

  private tag(body: Buffer): Buffer {
    return createHmac('sha256', this.key).update(body).digest().subarray(0, TAG_BYTES);
  }
}
