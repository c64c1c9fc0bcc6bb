export { BackgroundWork, type Piece, type UntilDone } from './background-work.js';
export { QueueRun } from './queue-run.js';
export type { GatheringReactor, Reactor } from './reactor.js';
export { Reactors } from './reactors.js';
export { ReactorsModule } from './reactors.module.js';
