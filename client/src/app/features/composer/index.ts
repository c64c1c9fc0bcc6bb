export { ClosedComposer } from './closed-composer';
export { closedText } from './closed-text';
export { Composer } from './composer';
export { DropArea } from './drop-area';
export { COMPOSER_STORES } from './composer-stores';
