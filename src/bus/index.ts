export { Bus } from './bus.js';
export { Changes } from './changes.js';
export { BusModule } from './bus.module.js';
