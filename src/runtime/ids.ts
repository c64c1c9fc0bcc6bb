import { v7 } from 'uuid';

/** UUID version 7 (RFC 9562): unique without asking anybody, and rising with time, so that indexes stay compact. */
export function newId(): string {
  return v7();
}

/** Whether a text can be an id at all; what cannot is not worth asking the database for. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
