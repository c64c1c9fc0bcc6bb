export { SearchOpening } from './search-opening.store';
