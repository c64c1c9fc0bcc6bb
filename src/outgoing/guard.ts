import { isIP } from 'node:net';
import type { HostAddresses } from './host-addresses.js';
import { isPublicAddress } from './public-address.js';

/** What may be asked, at these addresses and no others. */
export interface Admitted {
  readonly url: URL;
  readonly addresses: readonly string[];
}

/** What a feature lets be asked. */
export interface GuardRules {
  readonly protocols: readonly ('http:' | 'https:')[];
  readonly ports: readonly string[];
  /** Hosts of the operator's own network, which may be at any address. */
  readonly ownHosts: readonly string[];
  /** The origin of this server, which is not asked about itself. */
  readonly ownOrigin: string | undefined;
}

/** The guard does not let a request out. Never shown to anybody. */
export class NotAsked extends Error {
  override readonly name = 'NotAsked';
}

const MAX_URL_LENGTH = 2048;
const MAX_ADDRESSES = 20;

/**
 * Says what this server may ask on behalf of the people who use it. It stands inside of a network that they do not, so it asks only what they could
 * ask themselves. Each redirect comes here again. A name is looked up once: whoever asks connects to what was judged here, not to what the name means a moment later.
 */
export class Guard {
  private readonly protocols: ReadonlySet<string>;
  private readonly ports: ReadonlySet<string>;
  private readonly ownHosts: ReadonlySet<string>;
  private readonly ownOrigin: string | undefined;

  constructor(
    private readonly hosts: HostAddresses,
    { protocols, ports, ownHosts, ownOrigin }: GuardRules,
  ) {
    this.protocols = new Set(protocols);
    this.ports = new Set(ports);
    this.ownHosts = new Set(ownHosts);
    this.ownOrigin = ownOrigin;
  }

  /** Fails where the address is none that may be asked. */
  async admit(written: string, signal: AbortSignal): Promise<Admitted> {
    const url = this.judged(written);
    const addresses = await this.addressesOf(url, signal);
    if (addresses.length === 0) throw new NameUnknown(url.hostname);
    if (addresses.length > MAX_ADDRESSES) throw new NotAsked('The name has too many addresses.');
    // All of them: of a name that has a public and a private address nobody says which one is connected to.
    if (!this.ownHosts.has(url.hostname) && !addresses.every(isPublicAddress))
      throw new NotAsked('The address is not public.');
    return { url, addresses };
  }

  /** What can be said of an address as it is written. `URL` knows every way to write a number, and gives each host its one spelling. */
  private judged(written: string): URL {
    const url = written.length <= MAX_URL_LENGTH ? URL.parse(written) : null;
    if (!url) throw new NotAsked('This is no address, or a very long one.');
    if (!this.protocols.has(url.protocol)) throw new NotAsked('The protocol is none of those that are asked.');
    if (url.username !== '' || url.password !== '') throw new NotAsked('The address holds a name or a password.');
    if (!this.ports.has(portOf(url))) throw new NotAsked('The port is none of those that are asked.');
    if (url.origin === this.ownOrigin) throw new NotAsked('This server says nothing about itself.');
    url.hash = '';
    return url;
  }

  private addressesOf({ hostname }: URL, signal: AbortSignal): Promise<string[]> {
    const literal = hostname.replace(/^\[(.*)\]$/, '$1');
    return isIP(literal) === 0 ? this.hosts.of(hostname, signal) : Promise.resolve([literal]);
  }
}

/** It may be known a moment later. */
export class NameUnknown extends Error {
  override readonly name = 'NameUnknown';

  constructor(host: string) {
    super(`The name ${host} has no address.`);
  }
}

function portOf({ port, protocol }: URL): string {
  return port === '' ? (protocol === 'https:' ? '443' : '80') : port;
}
