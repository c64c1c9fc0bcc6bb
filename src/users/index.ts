export { GuestsHere } from './guests-here.js';
export { User } from './user.entity.js';
export { UserConnection } from './user-connection.type.js';
export { UserType } from './user.type.js';
export { UsernameTaken, UserNotFound } from './users.errors.js';
export { UsersModule } from './users.module.js';
export { UsersService } from './users.service.js';
export { displayNameFrom, nicknameFrom, usernameFrom } from './user-names.js';
