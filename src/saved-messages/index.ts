export { SavedMessagesModule } from './saved-messages.module.js';
