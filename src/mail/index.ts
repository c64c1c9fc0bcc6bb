export { MailIsOff } from './mail.errors.js';
export type { MailStatus } from './mail-kinds.js';
export { MailModule } from './mail.module.js';
export { type DueMail, Mails, type MailWriter, type Writing } from './mails.js';
export { excerptOf, isolated, type Part, type WrittenMail } from './written-mail.js';
