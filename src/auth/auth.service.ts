import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../audit/index.js';
import type { Actor, GraphQLContext } from '../caller/index.js';
import { Unauthenticated } from '../errors/index.js';
import { InjectSettings, type Settings } from '../config/index.js';
import { Database, type FindLocks, type Locks, NO_LOCKS, type Transaction } from '../database/index.js';
import {
  displayNameFrom,
  nicknameFrom,
  type User,
  usernameFrom,
  UsernameTaken,
  UsersService,
  UserType,
} from '../users/index.js';
import { GuestsNotAllowed, RegistrationClosed, RegistrationNonceUsed } from './auth.errors.js';
import type { EnterAsGuestInput, LoginInput, RefreshSessionInput, RegisterInput } from './auth.inputs.js';
import type { LoginPayload, RegisterPayload } from './auth.types.js';
import { Credentials } from './passwords/credentials.js';
import { KnownDevices } from './tokens/known-devices.js';
import { passwordFrom, Passwords } from './passwords/passwords.js';
import { RefreshThrottle } from './tokens/refresh-throttle.js';
import { type Registering, registrationNonceFrom, Registrations } from './account/registrations.js';
import { originOf } from './request-origin.js';
import { SessionCookies } from './tokens/session-cookies.js';
import { SessionEndings } from './sessions/session-endings.js';
import { SessionsService } from './sessions/sessions.service.js';
import { TokenHandOver } from './tokens/token-hand-over.js';

@Injectable()
export class AuthService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly endings: SessionEndings,
    private readonly passwords: Passwords,
    private readonly credentials: Credentials,
    private readonly devices: KnownDevices,
    private readonly cookies: SessionCookies,
    private readonly handOver: TokenHandOver,
    private readonly throttle: RefreshThrottle,
    private readonly registrations: Registrations,
    private readonly audit: AuditLog,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  async register(context: GraphQLContext, input: RegisterInput): Promise<RegisterPayload> {
    if (!this.settings.registration) throw new RegistrationClosed();
    const username = usernameFrom(input.username);
    const displayName = displayNameFrom(input.displayName ?? username);
    const nonce = registrationNonceFrom(input.nonce);
    const generatedPassword = input.password == null ? this.generatedPassword(nonce, username) : null;
    const password =
      generatedPassword ?? (await passwordFrom('password', input.password ?? '', [username, displayName]));
    this.assertCookie(context, input);
    const asked = { username, displayName, password };
    const payload =
      (await this.registerAgain(context, input, nonce, asked)) ??
      (await this.registerAnew(context, input, nonce, asked));
    return { session: payload.session, user: payload.user, generatedPassword };
  }

  async login(context: GraphQLContext, input: LoginInput): Promise<LoginPayload> {
    this.assertCookie(context, input);
    const user = await this.credentials.check(context, input);
    return this.signIn(context, input, AuditAction.SIGNED_IN, this.locksOf(user), async (tx) => {
      await this.registrations.end(tx, user.id);
      return this.credentials.stillHold(tx, user);
    });
  }

  async enterAsGuest(context: GraphQLContext, input: EnterAsGuestInput): Promise<LoginPayload> {
    if (!this.settings.guests) throw new GuestsNotAllowed();
    const nickname = nicknameFrom(input.nickname);
    this.assertCookie(context, input);
    return this.signIn(context, input, AuditAction.GUEST_ENTERED, NO_LOCKS, (tx) =>
      this.users.createGuest(tx, nickname),
    );
  }

  async refreshSession(context: GraphQLContext, input: RefreshSessionInput | null | undefined): Promise<LoginPayload> {
    const given = input?.refreshToken ?? undefined;
    const token = given ?? this.cookies.refreshToken(context);
    await this.throttle.admit(token, context.address);
    if (token === undefined) throw new Unauthenticated();
    try {
      const session = await this.sessions.refresh(token);
      return await this.handOver.of(context, session, { cookie: given === undefined });
    } catch (error) {
      if (given === undefined && error instanceof Unauthenticated) this.cookies.clear(context);
      throw error;
    }
  }

  async logout(context: GraphQLContext): Promise<void> {
    const token = this.cookies.refreshToken(context);
    const fromCookie = token === undefined ? null : await this.sessions.ofRefreshToken(token);
    const ids = new Set([context.viewer?.sessionId, fromCookie?.id]);
    for (const id of ids) if (id !== undefined) await this.endings.end(id, 'signedOut');
    this.cookies.clear(context);
  }

  async viewer(actor: Actor | null): Promise<{ user: UserType } | null> {
    const user = actor && (await this.users.find(actor.userId));
    return user && { user: UserType.of(user) };
  }

  private generatedPassword(nonce: string | null, username: string): string {
    return nonce === null ? this.passwords.generate() : this.registrations.passwordFor(nonce, username);
  }

  /** Where the answer to the same registration was lost; null where there was none. */
  private async registerAgain(
    context: GraphQLContext,
    input: RegisterInput,
    nonce: string | null,
    asked: Registering,
  ): Promise<LoginPayload | null> {
    const user = nonce === null ? null : await this.registrations.find(nonce, asked);
    if (!user) return null;
    return this.signIn(context, input, AuditAction.SIGNED_IN, this.locksOf(user), (tx) =>
      this.registrations.assertRepeatable(tx, user),
    );
  }

  private async registerAnew(
    context: GraphQLContext,
    input: RegisterInput,
    nonce: string | null,
    asked: Registering,
  ): Promise<LoginPayload> {
    const { username, displayName, password } = asked;
    const passwordHash = await this.passwords.hash(password);
    try {
      return await this.signIn(context, input, AuditAction.REGISTERED, NO_LOCKS, async (tx) => {
        const user = await this.users.createPerson(tx, { username, displayName, passwordHash });
        if (nonce !== null) await this.registrations.note(tx, nonce, user);
        return user;
      });
    } catch (error) {
      // Two of the same at once: the other one was first.
      const wasFirst = error instanceof UsernameTaken || error instanceof RegistrationNonceUsed;
      const again = wasFirst ? await this.registerAgain(context, input, nonce, asked) : null;
      if (again) return again;
      throw error;
    }
  }

  private async signIn(
    context: GraphQLContext,
    { cookie }: { cookie?: boolean | null },
    action: AuditAction,
    locks: Locks | FindLocks,
    who: (tx: Transaction) => Promise<User>,
  ): Promise<LoginPayload> {
    const origin = originOf(context);
    const { user, session } = await this.database.write(locks, async (tx) => {
      const user = await who(tx);
      const session = await this.sessions.open(tx, user, origin);
      await this.audit.record(tx, { action, actorId: user.id, subjectId: user.id, sessionId: session.id, ...origin });
      return { user, session };
    });
    const payload = await this.handOver.of(context, session, { cookie: cookie === true });
    if (cookie === true && user.passwordHash !== null) this.devices.remember(context, user);
    return payload;
  }

  /** A sign-in opens one of so many sessions, and may end the oldest of them. */
  private locksOf({ id }: User): FindLocks {
    return (where) => this.endings.locksOf(where, id);
  }

  private assertCookie(context: GraphQLContext, { cookie }: { cookie?: boolean | null }): void {
    if (cookie === true) this.cookies.assertPossible(context);
  }
}
