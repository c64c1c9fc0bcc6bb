export { CloseCode, CLOSE_CODES, isCloseCode, WHEN_THE_SOCKET_CLOSES } from './close-codes.js';
export {
  ERROR_CODES,
  extensionsOf,
  InvalidInput,
  RateLimited,
  Refusal,
  TOKEN_FAULTS,
  Unauthenticated,
  type ErrorCode,
  type TokenFault,
} from './errors.js';
export { asGraphQL, asPlain, type RefusalAnswer } from './http/refusal-answer.js';
export { RefusalFilter } from './http/refusal.filter.js';
