import { isIPv6, SocketAddress } from 'node:net';

/** As some proxies write an address: with the port of the connection. */
const WITH_PORT = /^(?:\[(?<six>[^\]]+)\](?::\d+)?|(?<four>\d+\.\d+\.\d+\.\d+):\d+)$/;
const IPV4_WITHIN = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/;
/** IPv4 behind a translator (RFC 6052): there each address is somebody else's. */
const TRANSLATED = '64:ff9b::';

/** The address alone: with its port the same caller would be another one for each connection. */
export function withoutPort(address: string): string {
  const { six, four } = WITH_PORT.exec(address)?.groups ?? {};
  return six ?? four ?? address;
}

/**
 * Who is one caller to limits: with IPv6 a /64, since whoever has one address there has all of its 2^64 (RFC 6177); with IPv4
 * the address itself, however it is written.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address;
  const known = new SocketAddress({ address: plain, family: 'ipv6' }).address;
  const [, within] = IPV4_WITHIN.exec(known) ?? [];
  if (within !== undefined) return within;
  return known.startsWith(TRANSLATED) ? known : `${firstGroups(known).join(':')}::/64`;
}

function firstGroups(address: string): string[] {
  const [left = '', right] = address.split('::');
  const before = groupsOf(left);
  const after = groupsOf(right ?? '');
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4);
}

function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':');
}
