import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { type Settings, SETTINGS_TOKEN } from '../config/index.js';
import { UsersModule } from '../users/index.js';
import { AccountResolver } from './account/account.resolver.js';
import { AccountService } from './account/account.service.js';
import { AccountDeletionResolver } from './deletion/account-deletion.resolver.js';
import { AccountDeletionService } from './deletion/account-deletion.service.js';
import { AccountRemains } from './deletion/account-remains.js';
import { DeletedAccountRow } from './deletion/deleted-account.entity.js';
import { DeletedAccountsSweep } from './deletion/deleted-accounts.sweep.js';
import { PasswordChange } from './account/password-change.js';
import { AccessTokenStrategy } from './tokens/access-token.strategy.js';
import { AuthResolver } from './auth.resolver.js';
import { AuthService } from './auth.service.js';
import { Authenticator } from './authenticator.js';
import { BotBearers } from './tokens/bot-bearers.js';
import { CookieJar } from './tokens/cookie-jar.js';
import { Credentials } from './passwords/credentials.js';
import { CurrentSessionService } from './sessions/current-session.service.js';
import { ExpiredSessionsSweep } from './sessions/expired-sessions.sweep.js';
import { GuestDepartures } from './account/guest-departures.js';
import { InvitedNewcomers } from './account/invited-newcomers.js';
import { jwtKey } from './tokens/jwt-secret.js';
import { LinkTokens } from './tokens/link-tokens.js';
import { KnownDevices } from './tokens/known-devices.js';
import { MailedPasswordReset } from './password-reset/mailed-password-reset.entity.js';
import { PasswordChanges } from './passwords/password-changes.js';
import { PasswordReset } from './password-reset/password-reset.entity.js';
import { PasswordResetResolver } from './password-reset/password-reset.resolver.js';
import { PasswordResetService } from './password-reset/password-reset.service.js';
import { PasswordResets } from './password-reset/password-resets.js';
import { Passwords } from './passwords/passwords.js';
import { RefreshThrottle } from './tokens/refresh-throttle.js';
import { Registration } from './account/registration.entity.js';
import { RegistrationService } from './account/registration.service.js';
import { Registrations } from './account/registrations.js';
import { SessionCookies } from './tokens/session-cookies.js';
import { SessionAddresses } from './sessions/session-addresses.js';
import { SessionEndings } from './sessions/session-endings.js';
import { Session } from './sessions/session.entity.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SignIn } from './sign-in.js';
import { SignInThrottle } from './passwords/sign-in-throttle.js';
import { SignedInGuard } from './signed-in.guard.js';
import { TokenHandOver } from './tokens/token-hand-over.js';
import { Tokens } from './tokens/tokens.js';
import { SessionEventResolver } from './sessions/session-events.resolver.js';
import { ViewerFeedResolver } from './viewer-feed.resolver.js';

@Module({
  imports: [
    UsersModule,
    MikroOrmModule.forFeature([Session, Registration, DeletedAccountRow, MailedPasswordReset, PasswordReset]),
    JwtModule.registerAsync({
      inject: [SETTINGS_TOKEN],
      useFactory: (settings: Settings) => ({ secret: jwtKey(settings), signOptions: { algorithm: 'HS256' } }),
    }),
  ],
  providers: [
    AccessTokenStrategy,
    AccountDeletionResolver,
    AccountDeletionService,
    AccountRemains,
    AccountResolver,
    AccountService,
    AuthResolver,
    AuthService,
    Authenticator,
    BotBearers,
    CookieJar,
    Credentials,
    CurrentSessionService,
    DeletedAccountsSweep,
    ExpiredSessionsSweep,
    GuestDepartures,
    InvitedNewcomers,
    KnownDevices,
    LinkTokens,
    PasswordChange,
    PasswordChanges,
    PasswordResetResolver,
    PasswordResets,
    PasswordResetService,
    Passwords,
    RefreshThrottle,
    RegistrationService,
    Registrations,
    SessionAddresses,
    SessionCookies,
    SessionEndings,
    SessionsService,
    SignIn,
    SignInThrottle,
    TokenHandOver,
    Tokens,
    SessionEventResolver,
    ViewerFeedResolver,
    { provide: APP_GUARD, useClass: SignedInGuard },
  ],
  exports: [
    AccountDeletionService,
    AccountRemains,
    Authenticator,
    BotBearers,
    GuestDepartures,
    InvitedNewcomers,
    LinkTokens,
    PasswordChanges,
    PasswordResets,
    Passwords,
    SessionAddresses,
    SessionEndings,
  ],
})
export class AuthModule {}
