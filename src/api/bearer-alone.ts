import type { RequestHandler } from 'express';

/**
 * Takes away what else than a Bearer an Authorization header says. Browsers send Basic, Digest and Negotiate by themselves, for a proxy that
 * asked for them once, and so for the form of any other site: only a Bearer, which a page must set itself, shows that a request was not forged.
 */
export const bearerAlone: RequestHandler = ({ headers }, _response, next) => {
  if (headers.authorization !== undefined && !/^bearer /i.test(headers.authorization)) delete headers.authorization;
  next();
};

/** Headers that no page of another site can send without asking first (a preflight), and no browser sends by itself. */
export const PREFLIGHTED_HEADERS: readonly string[] = [
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'authorization',
];
