export { build as run } from '../build/build.mjs';
