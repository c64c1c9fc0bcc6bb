export { DraftsStore } from './drafts.store';
