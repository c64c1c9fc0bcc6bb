export type { Actor } from './actor.js';
export { BatchLoader, inOrderOf } from './batch-loader.js';
export { Clock } from './clock.js';
export { CloseCode, CLOSE_CODES, isCloseCode, WHEN_THE_SOCKET_CLOSES } from './close-codes.js';
export { CursorSeal } from './cursor.js';
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
export { isId, newId } from './ids.js';
export { replaceInvisible, showsNothing } from './invisible.js';
export { withFewMarks, withoutPiles } from './marks.js';
export { networkOf, withoutPort } from './network.js';
export { foldName, visibleName } from './names.js';
export { AFTER_IN_LIST, connectionOf, PAGE_INFO, PageInfo } from './page-info.type.js';
export { pageOf, pageSize, type Page, type PageArgs } from './page.js';
export { Cursor, DateTime } from './scalars.js';
export { foldForSearch, searchedIn, searchTextOf } from './search.js';
export { textWithin, verbatimWithin } from './text.js';
export {
  AtMost,
  GraphQLContext,
  LongText,
  LooksThrough,
  noteShown,
  SignsIn,
  Viewer,
  ViewerDependent,
  type LogPosition,
  type Shown,
} from './graphql-context.js';
export { LIMIT, Limited, type Limit } from './limited.decorator.js';
export { overrunOf } from './overrun.js';
export { Tally } from './tally.js';
export { Turnstile } from './turnstile.js';
export { closable } from './closable.js';
export { Wakeup } from './wakeup.js';
