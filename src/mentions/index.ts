export { Mentioned } from './mentioned.js';
export { MentionsModule } from './mentions.module.js';
