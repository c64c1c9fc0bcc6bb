import { fanOutOfOne, fanOutOfSixteen } from './fan-out.js';
import type { Work } from './work.js';

export const WORKS: readonly Work[] = [fanOutOfOne, fanOutOfSixteen];
