import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { type Settings, SETTINGS_TOKEN } from '../config/index.js';
import { UsersModule } from '../users/index.js';
import { AccountResolver } from './account.resolver.js';
import { AccountService } from './account.service.js';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { AuthResolver } from './auth.resolver.js';
import { AuthService } from './auth.service.js';
import { Authenticator } from './authenticator.js';
import { CookieJar } from './cookie-jar.js';
import { Credentials } from './credentials.js';
import { ExpiredSessionsSweep } from './expired-sessions.sweep.js';
import { GuestDepartures } from './guest-departures.js';
import { jwtKey } from './jwt-secret.js';
import { KnownDevices } from './known-devices.js';
import { Passwords } from './passwords.js';
import { RefreshThrottle } from './refresh-throttle.js';
import { Registration } from './registration.entity.js';
import { Registrations } from './registrations.js';
import { SessionCookies } from './session-cookies.js';
import { SessionEndings } from './session-endings.js';
import { Session } from './session.entity.js';
import { SessionsService } from './sessions.service.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { SignedInGuard } from './signed-in.guard.js';
import { TokenHandOver } from './token-hand-over.js';
import { Tokens } from './tokens.js';
import { SessionEventResolver } from './session-events.resolver.js';
import { ViewerFeedResolver } from './viewer-feed.resolver.js';

@Module({
  imports: [
    UsersModule,
    MikroOrmModule.forFeature([Session, Registration]),
    JwtModule.registerAsync({
      inject: [SETTINGS_TOKEN],
      useFactory: (settings: Settings) => ({ secret: jwtKey(settings), signOptions: { algorithm: 'HS256' } }),
    }),
  ],
  providers: [
    AccessTokenStrategy,
    AccountResolver,
    AccountService,
    AuthResolver,
    AuthService,
    Authenticator,
    CookieJar,
    Credentials,
    ExpiredSessionsSweep,
    GuestDepartures,
    KnownDevices,
    Passwords,
    RefreshThrottle,
    Registrations,
    SessionCookies,
    SessionEndings,
    SessionsService,
    SignInThrottle,
    TokenHandOver,
    Tokens,
    SessionEventResolver,
    ViewerFeedResolver,
    { provide: APP_GUARD, useClass: SignedInGuard },
  ],
  exports: [Authenticator, GuestDepartures, SessionEndings],
})
export class AuthModule {}
