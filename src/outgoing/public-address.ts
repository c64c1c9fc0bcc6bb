import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/**
 * Whether everybody on the internet may reach an address. What is reserved, private or of this machine is not: there stand routers, databases and the
 * services that give machines in a cloud their passwords. After the special-purpose registries of the IANA (RFC 6890).
 */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !SPECIAL.check(address, 'ipv4') && !isOwn(address);
    case 6:
      return isPublicIPv6(address);
    default:
      return false;
  }
}

/** Of IPv6 only what is given out to the public, and nothing that hides an IPv4 address: with one exception, it is of no use to anybody who means well. */
function isPublicIPv6(address: string): boolean {
  // A zone is of a link, and is none of ours.
  if (address.includes('%')) return false;
  const embedded = translatedIPv4(address);
  if (embedded !== null) return isPublicAddress(embedded);
  return GIVEN_OUT.check(address, 'ipv6') && !SPECIAL.check(address, 'ipv6') && !isOwn(address);
}

/** Where a network has IPv6 alone, its resolver says so of every page that has IPv4 (NAT64, RFC 6052): it is as public as the address within. */
function translatedIPv4(address: string): string | null {
  if (!TRANSLATED.check(address, 'ipv6')) return null;
  const [, high = '', low = ''] = /([0-9a-f]+):([0-9a-f]+)$/.exec(withGroups(address)) ?? [];
  const bits = [parseInt(high, 16), parseInt(low, 16)];
  return bits.flatMap((group) => [group >> 8, group & 255]).join('.');
}

/** In its one spelling, the last two groups in hexadecimal. */
function withGroups(address: string): string {
  const known = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [before = '', after] = known.split('::');
  if (after === undefined) return known;
  const groups = [before, after].map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array<string>(8 - groups.flat().length).fill('0');
  return [...(groups[0] ?? []), ...zeros, ...(groups[1] ?? [])].join(':');
}

/** What asks itself is taken for somebody of this machine, and shown what nobody else is. */
function isOwn(address: string): boolean {
  const own = Object.values(networkInterfaces()).flatMap((interfaces) => interfaces ?? []);
  return own.some((one) => one.address === address);
}

function networks(...list: readonly string[]): BlockList {
  const blocks = new BlockList();
  for (const network of list) {
    const [address = '', bits] = network.split('/');
    blocks.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4');
  }
  return blocks;
}

const TRANSLATED = networks('64:ff9b::/96');
const GIVEN_OUT = networks('2000::/3');
const SPECIAL = networks(
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // shared by the customers of a carrier
  '127.0.0.0/8', // this machine
  '168.63.129.16/32', // a cloud's own services for its machines, at an address that looks public
  '169.254.0.0/16', // this link, and the services of most clouds
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocols
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // relays of 6to4
  '192.168.0.0/16', // private
  '198.18.0.0/15', // measurements
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, and broadcast
  '2001::/23', // protocols: Teredo, which hides IPv4, and others
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4, which hides IPv4
  '3fff::/20', // documentation
);
