export { executePlanned, holdsSharedParts } from './execute.js';
export { isSharedPart, sharedJson } from './shared-parts.js';
