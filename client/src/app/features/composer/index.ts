export { Composer } from './composer';
export { DropArea } from './drop-area';
