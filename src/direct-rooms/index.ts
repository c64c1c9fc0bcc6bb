export { DirectNewcomers } from './direct-newcomers.js';
export { DirectRoomsModule } from './direct-rooms.module.js';
