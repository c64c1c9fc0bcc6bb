export { ThreadsPage } from './threads-page';
