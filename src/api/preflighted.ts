import type { RequestHandler } from 'express';

/** A name that no header on the line can have: only this server says it. */
const BEARER = 'authorization: bearer';

/**
 * Headers that no page of another site can send without asking first (a preflight), and no browser sends by itself. Browsers do send Basic, Digest
 * and Negotiate, once a proxy has asked for them, and so with the form of any other site: of Authorization only a Bearer counts.
 */
export const PREFLIGHTED_HEADERS: readonly string[] = ['apollo-require-preflight', 'x-apollo-operation-name', BEARER];

/** Notes for Apollo, which looks at names alone, that a request brings a Bearer. */
export const noteBearer: RequestHandler = ({ headers }, _response, next) => {
  if (/^\s*bearer\b/i.test(headers.authorization ?? '')) headers[BEARER] = 'sent';
  next();
};
