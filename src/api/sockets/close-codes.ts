/** Why the server closes a socket, beyond graphql-ws's own reasons; each tells the client what to do next. */
export const CloseCode = {
  /** The server stops: reconnect after a random wait, and resume. */
  GoingAway: 1001,
  /** A frame is larger than any that an honest client sends. */
  TooBig: 1009,
  /** The client reads too slowly: reconnect and resume. */
  TooSlow: 1013,
  /** A frame makes no sense. */
  BadFrame: 4400,
  /** The session was ended: sign in again. */
  SessionEnded: 4401,
  /** The access token has run out: reconnect with a new one, and resume. */
  TokenExpired: 4403,
  /** Two operations have the same id, or one has that of another that the server has not done with. */
  IdInUse: 4409,
  /** The account has too many sockets open: close some first. */
  TooManySockets: 4429,
  /** The server is at fault. */
  Fault: 4500,
} as const;
