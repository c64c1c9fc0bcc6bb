import { Refusal } from '../../common/index.js';

/** What a client says in connection_init, as it came. */
export type Greeting = Readonly<Record<string, unknown>>;

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
 * What a client that opens a socket says of who it is, as HTTP's Authorization: under that name in any case, also within `headers`.
 * Nothing where it says nothing; throws where it says so in another place, or more than one thing.
 */
export function authorizationIn(greeting: Greeting | undefined): string | undefined {
  const said = entriesOf(greeting ?? {});
  const [authorization, ...others] = new Set(said.filter(([name]) => isAuthorization(name)).map(([, value]) => value));
  if (others.length > 0) throw new MisplacedCredentials('connectionParams has more than one authorization.');
  if (authorization !== undefined) {
    if (typeof authorization !== 'string') throw new MisplacedCredentials(`The authorization is no text. ${EXPECTED}`);
    return authorization;
  }
  if (said.some(isLikeCredentials)) throw new MisplacedCredentials(EXPECTED);
  return undefined;
}

const EXPECTED = 'Say connectionParams: { authorization: "Bearer ACCESS_TOKEN" }.';

function entriesOf(greeting: Greeting): [name: string, value: unknown][] {
  return Object.entries(greeting)
    .flatMap(([name, value]) => (/^headers$/i.test(name) && isObject(value) ? Object.entries(value) : [[name, value]]))
    .filter((entry): entry is [string, unknown] => entry[1] != null && entry[1] !== '');
}

function isAuthorization(name: string): boolean {
  return name.toLowerCase() === 'authorization';
}

function isLikeCredentials([name, value]: [string, unknown]): boolean {
  if (typeof value === 'string') return OTHER_NAMES.test(name) || LIKE_A_TOKEN.test(value);
  return OTHER_NAMES.test(name) && typeof value !== 'boolean';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
