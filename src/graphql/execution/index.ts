export { executePlanned } from './execute.js';
