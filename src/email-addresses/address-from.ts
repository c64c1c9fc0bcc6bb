import { domainToASCII } from 'node:url';
import { InvalidInput } from '../errors/index.js';

const MAX_LENGTH = 254;
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;

/** An e-mail address that every mail server takes (RFC 5321): its name in ASCII without quotes, its domain in its one spelling. */
export function addressFrom(written: string): string {
  const text = written.length > MAX_LENGTH * 2 ? '' : written.trim();
  const at = text.lastIndexOf('@');
  const name = text.slice(0, Math.max(at, 0));
  const domain = domainToASCII(text.slice(at + 1)).toLowerCase();
  const address = `${name}@${domain}`;
  const isAddress = name.length <= 64 && LOCAL_PART.test(name) && DOMAIN.test(domain) && address.length <= MAX_LENGTH;
  if (!isAddress) throw new InvalidInput('address', 'This is not an e-mail address.');
  return address;
}

/** What two ways to write one address have in common. No server is known that tells them apart. */
export function keyOfAddress(address: string): string {
  return address.trim().toLowerCase();
}
