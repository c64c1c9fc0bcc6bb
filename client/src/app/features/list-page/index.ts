export { ListPage, type PagedList } from './list-page';
