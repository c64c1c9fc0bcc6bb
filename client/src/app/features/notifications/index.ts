export { Badges } from './badges/badges';
