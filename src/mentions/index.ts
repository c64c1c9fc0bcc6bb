export { MentionsModule } from './mentions.module.js';
