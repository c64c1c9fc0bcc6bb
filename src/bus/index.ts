export { Bus, type LogHint } from './bus.js';
export { BusModule } from './bus.module.js';
