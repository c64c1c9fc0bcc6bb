import type { IncomingMessage } from 'node:http';
import { Refusal } from '../../errors/index.js';

/** What a client says in connection_init, as it came. */
export type Greeting = Readonly<Record<string, unknown>>;

/** What the request that became the socket said of who it is. */
export interface Handshake {
  /** A Bearer in its Authorization header, which no page can have a browser send. */
  readonly bearer: string | undefined;
  /** Whether its address, or a protocol that it offers, looks like credentials. */
  readonly isMisplaced: boolean;
}

/** Where other servers look for a token, and this one does not. */
const OTHER_NAMES = /token|bearer|jwt|auth|credential|session|passw|cookie|secret|api-?key/i;
const LIKE_A_TOKEN = /^(bearer|basic)\s+\S|^eyJ[\w-]+\.[\w-]+\.[\w-]*$/i;

/** Credentials that nobody would look at: whoever sent them would be taken for a visitor, and never know. */
export class MisplacedCredentials extends Refusal {
  constructor(sentence: string) {
    super('BAD_USER_INPUT', sentence);
  }
}

/**
 * What a client that opens a socket says of who it is, as HTTP's Authorization: under that name in any case, also within `headers`; where
 * it is silent, what its handshake said. Nothing where both say nothing; throws where it says so in another place, or more than one thing.
 */
export function authorizationIn(greeting: Greeting | undefined, handshake: Handshake = SILENT): string | undefined {
  const said = entriesOf(greeting ?? {});
  const [authorization, ...others] = new Set(said.filter(([name]) => isAuthorization(name)).map(([, value]) => value));
  if (others.length > 0) throw new MisplacedCredentials('connectionParams has more than one authorization.');
  if (authorization !== undefined) {
    if (typeof authorization !== 'string')
      throw new MisplacedCredentials(`The authorization is not a string. ${EXPECTED}`);
    return authorization;
  }
  if (said.some(isLikeCredentials)) throw new MisplacedCredentials(EXPECTED);
  if (handshake.bearer !== undefined) return handshake.bearer;
  if (handshake.isMisplaced) throw new MisplacedCredentials(EXPECTED);
  return undefined;
}

/** Another scheme than Bearer is passed over: browsers repeat by themselves what a proxy before this server asked them for. */
export function handshakeOf({ headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>): Handshake {
  const { authorization } = headers;
  const query = [...(URL.parse(url, 'http://server')?.searchParams ?? [])];
  const protocols = headers['sec-websocket-protocol']?.split(',').map((offered) => offered.trim()) ?? [];
  return {
    bearer: authorization !== undefined && /^bearer(\s|$)/i.test(authorization.trim()) ? authorization : undefined,
    isMisplaced: query.some(isLikeCredentials) || protocols.some((offered) => isLikeCredentials([offered, offered])),
  };
}

const SILENT: Handshake = { bearer: undefined, isMisplaced: false };
const EXPECTED = 'Use connectionParams: { authorization: "Bearer ACCESS_TOKEN" }.';
/** Deeper than any client says something of itself. */
const MAX_LEVELS = 8;

function entriesOf(greeting: Greeting): [name: string, value: unknown][] {
  return Object.entries(greeting)
    .flatMap(([name, value]) => (/^headers$/i.test(name) && isObject(value) ? Object.entries(value) : [[name, value]]))
    .filter((entry): entry is [string, unknown] => entry[1] != null);
}

function isAuthorization(name: string): boolean {
  return name.toLowerCase() === 'authorization';
}

function isLikeCredentials([name, value]: [name: string, value: unknown], level = 0): boolean {
  if (typeof value === 'string') return value !== '' && (OTHER_NAMES.test(name) || LIKE_A_TOKEN.test(value));
  if (typeof value === 'number') return OTHER_NAMES.test(name);
  if (!isObject(value)) return false;
  if (OTHER_NAMES.test(name) || level === MAX_LEVELS) return true;
  return Object.entries(value).some((entry) => isLikeCredentials(entry, level + 1));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
