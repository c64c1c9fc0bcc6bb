export { Composer } from './composer';
export { DropArea } from './drop-area';
export { COMPOSER_STORES } from './composer-stores';
