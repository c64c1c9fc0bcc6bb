export { AccessTokenExpired, SessionOver, TokenInvalid } from './auth.errors.js';
export { AuthModule } from './auth.module.js';
export { ViewerType } from './auth.types.js';
export { Authenticator } from './authenticator.js';
export { GuestDepartures } from './account/guest-departures.js';
export type { Caller } from './remembered-caller.js';
export { RequestActor, RequestCaller } from './request-caller.decorator.js';
export { SessionEndings } from './sessions/session-endings.js';
export { Visitors } from './visitors.decorator.js';
