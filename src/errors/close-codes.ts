/** Every code with which the server closes a socket. docs/guides/errors-and-limits.md tells clients what to do after each; a test compares the two. */
export const CloseCode = {
  /** The server stops: reconnect after a random wait, and resume. */
  GoingAway: 1001,
  /** A frame breaks WebSocket's own rules. These three come from `ws`. */
  ProtocolError: 1002,
  InvalidText: 1007,
  TooManyPieces: 1008,
  /** A message is larger than any that an honest client sends. */
  TooBig: 1009,
  /** The client reads too slowly, or the server cannot look up who is there just now: reconnect and resume. */
  TryAgainLater: 1013,
  /** A message makes no sense, or the token is where nobody looks for it. */
  BadMessage: 4400,
  /** The session was ended, the token is not genuine, or an operation came before the acknowledgement. */
  Unauthorized: 4401,
  /** The access token has run out: reconnect with a new one, and resume. */
  TokenExpired: 4403,
  /** The client does not speak graphql-transport-ws. */
  OtherProtocol: 4406,
  /** No connection_init came in time. */
  NoGreeting: 4408,
  /** Two operations have the same id, or one has that of another that the server has not done with. */
  IdInUse: 4409,
  /** The account has too many sockets and streams open, or a second connection_init came. */
  TooMany: 4429,
  /** The server is at fault. */
  Fault: 4500,
} as const;

export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode];

const KNOWN: readonly number[] = Object.values(CloseCode);

export function isCloseCode(code: number | undefined): code is CloseCode {
  return code !== undefined && KNOWN.includes(code);
}

/** What the schema says of each subscription, to those who look at it alone. */
export const CLOSE_CODES = 'What to do when the socket closes, code by code: see the type `Subscription`.';

/** What the schema says of subscriptions that end because their socket does. */
export const WHEN_THE_SOCKET_CLOSES = `When the socket closes: after 4403 (the access token has expired) exchange the refresh token, reconnect and resume; after 4401 (the session was
ended, or the token is not genuine) do the same once, then sign in again; after 1001 (the server stops) and 1013 (this client reads too slowly) reconnect after a random
wait and resume; after 4500 (a fault of the server) do the same, and report it; after 4429 (too many sockets) close some, and wait. 4400 (a message makes no sense, or the token is in the
wrong place), 4406 (another protocol), 4408 (no connection_init within 3 seconds), 4409 (two operations with one id) and 1009 (a message is too large) are mistakes of the client.`;
