export { PageGuard } from './page-guard.js';
export { type Found, NothingThere, Web } from './web.js';
