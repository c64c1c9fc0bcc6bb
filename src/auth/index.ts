export { AccessTokenExpired, SessionOver } from './auth.errors.js';
export { AuthModule } from './auth.module.js';
export { ViewerType } from './auth.types.js';
export { Authenticator } from './authenticator.js';
export { GuestDepartures } from './guest-departures.js';
export { RequestActor } from './request-actor.decorator.js';
export { SessionEndings } from './session-endings.js';
export { Visitors } from './visitors.decorator.js';
