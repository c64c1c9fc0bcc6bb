export { everyField, fragmentsOf, isViewerDependent } from './asked-fields.js';
export { BatchLoader, inOrderOf } from './batch-loader.js';
export { BatchScope, noteShown, type Shown } from './batch-scope.js';
export { CursorSeal } from './cursor-seal.js';
export {
  argumentsThatOpen,
  AtMost,
  CostsNothing,
  LongText,
  LooksThrough,
  OpenedBy,
  SameForReaders,
  SignsIn,
  ViewerDependent,
} from './field-marks.js';
export { LIMIT, Limited, type Limit } from './limited.decorator.js';
export { AFTER_IN_LIST, connectionOf, PAGE_INFO, PageInfo } from './page-info.type.js';
export { pageOf, pageSize, type Page, type PageArgs } from './page.js';
export { Cursor, DateTime } from './scalars.js';
export { executePlanned, holdsSharedParts, isSharedPart, sharedJson } from './execution/index.js';
