import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { InjectSettings, type Settings } from '../../config/index.js';
import { jwtSecret } from './jwt-secret.js';
import type { Session } from '../sessions/session.entity.js';

export const ACCESS_TOKEN_SECONDS = 15 * 60;
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** What an access token or a files cookie says. */
export interface TokenClaims {
  readonly sub: string;
  readonly sid: string;
  /** The generation of the session's tokens that it belongs to; absent in tokens of older versions. */
  readonly gen?: number;
  readonly iat: number;
  readonly exp: number;
}

/** Two machines, or one that was set right, may differ by so much. */
const MAX_SKEW_MILLISECONDS = 60_000;

/** Whether a token is good at a moment. One from the future is not: a clock that was years ahead for an hour would leave tokens that last for years. */
export function isGoodAt(now: Date, { iat, exp }: Pick<TokenClaims, 'iat' | 'exp'>): boolean {
  return iat * 1000 <= now.getTime() + MAX_SKEW_MILLISECONDS && exp * 1000 > now.getTime();
}

/** What the tokens of a session follow from. */
export type TokenBasis = Pick<Session, 'id' | 'userId' | 'generation' | 'rotatedAt' | 'expiresAt'>;

export function basisOf({ id, userId, generation, rotatedAt, expiresAt }: Session): TokenBasis {
  return { id, userId, generation, rotatedAt, expiresAt };
}

/** Makes tokens. The same session at the same generation gives the same tokens: that is how a lost answer can be repeated. */
@Injectable()
export class Tokens {
  private readonly refreshKey: Buffer;

  constructor(
    private readonly jwt: JwtService,
    @InjectSettings() settings: Settings,
  ) {
    this.refreshKey = createHmac('sha256', jwtSecret(settings)).update('refresh tokens').digest();
  }

  access(session: TokenBasis): { token: string; expiresAt: Date } {
    const issued = Math.floor(session.rotatedAt.getTime() / 1000);
    const exp = issued + ACCESS_TOKEN_SECONDS;
    return { token: this.sign(session, 'access', issued, exp), expiresAt: new Date(exp * 1000) };
  }

  /** Opens `/uploads/…` in a browser, and nothing else. */
  files(session: TokenBasis): string {
    return this.sign(
      session,
      'files',
      Math.floor(session.rotatedAt.getTime() / 1000),
      Math.floor(session.expiresAt.getTime() / 1000),
    );
  }

  refresh(sessionId: string, generation: number): string {
    const named = `${sessionId}.${String(generation)}`;
    return `${named}.${createHmac('sha256', this.refreshKey).update(named).digest('base64url')}`;
  }

  /** The session and generation that a refresh token names; nothing about whether it is genuine. */
  readRefresh(token: string): { sessionId: string; generation: number } | undefined {
    const [, sessionId, generation] = /^([0-9a-f-]{36})\.(\d{1,9})\.[\w-]{43}$/.exec(token) ?? [];
    return sessionId === undefined ? undefined : { sessionId, generation: Number(generation) };
  }

  /** The session of a refresh token that was made here, whether it still works or not. */
  sessionOf(token: string): string | undefined {
    const named = this.readRefresh(token);
    return named && token === this.refresh(named.sessionId, named.generation) ? named.sessionId : undefined;
  }

  private sign(session: TokenBasis, audience: 'access' | 'files', iat: number, exp: number): string {
    return this.jwt.sign({ sub: session.userId, sid: session.id, gen: session.generation, aud: audience, iat, exp });
  }
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
