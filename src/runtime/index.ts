export { Clock } from './clock.js';
export { closable } from './closable.js';
export { isId, newId } from './ids.js';
export { replaceInvisible, showsNothing, withoutEmojiJoints } from './invisible.js';
export { networkOf, withoutPort } from './network.js';
export { overrunOf } from './overrun.js';
export { Tally } from './tally.js';
export { Semaphore } from './semaphore.js';
export { Wakeup } from './wakeup.js';
