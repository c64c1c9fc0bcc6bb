export {
  AccessTokenExpired,
  BotTokenExpired,
  BotTokenOver,
  NotForBots,
  ScopeMissing,
  SessionOver,
  TokenInvalid,
  WrongPassword,
} from './auth.errors.js';
export { AuthModule } from './auth.module.js';
export { EnterAsGuestPayload, RegisterPayload, ViewerType } from './auth.types.js';
export { AccountDeletionService } from './deletion/account-deletion.service.js';
export { AccountRemains, type DeletedAccount } from './deletion/account-remains.js';
export { DeletedAccountsSweep } from './deletion/deleted-accounts.sweep.js';
export { BOT_TOKEN_PREFIX, BotBearers, type BotsDoor } from './tokens/bot-bearers.js';
export { Authenticator } from './authenticator.js';
export { type Admission, InvitedNewcomers, type Newcomer, type NewcomersDoor } from './account/invited-newcomers.js';
export { GuestDepartures } from './account/guest-departures.js';
export { PasswordChanges } from './passwords/password-changes.js';
export { Passwords } from './passwords/passwords.js';
export { originOf } from './request-origin.js';
export { LinkTokens } from './tokens/link-tokens.js';
export { hashOf } from './tokens/tokens.js';
export { type NewPasswordReset, PasswordResets } from './password-reset/password-resets.js';
export type { Caller } from './remembered-caller.js';
export { RequestActor, RequestCaller } from './request-caller.decorator.js';
export { SessionEnded } from './sessions/session.events.js';
export { SessionAddresses } from './sessions/session-addresses.js';
export { SessionEndings } from './sessions/session-endings.js';
export { Visitors } from './visitors.decorator.js';
