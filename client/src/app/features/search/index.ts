export { SearchPage } from './search-page';
export { SearchPanel } from './search-panel';
export { SearchOpening } from './search-opening.store';
