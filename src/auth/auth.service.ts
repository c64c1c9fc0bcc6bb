import { Injectable } from '@nestjs/common';
import { type Actor, type GraphQLContext, Unauthenticated } from '../common/index.js';
import { InjectSettings, type Settings } from '../config/index.js';
import { Database, type Transaction } from '../database/index.js';
import { displayNameFrom, nicknameFrom, type User, usernameFrom, UsersService, UserType } from '../users/index.js';
import { GuestsNotAllowed, RegistrationClosed, WrongCredentials } from './auth.errors.js';
import type { EnterAsGuestInput, LoginInput, RefreshSessionInput, RegisterInput } from './auth.inputs.js';
import type { LoginPayload, RegisterPayload } from './auth.types.js';
import { passwordFrom, Passwords } from './passwords.js';
import { SessionCookies } from './session-cookies.js';
import { SessionsService } from './sessions.service.js';
import { type TokenBasis, Tokens } from './tokens.js';

@Injectable()
export class AuthService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly passwords: Passwords,
    private readonly tokens: Tokens,
    private readonly cookies: SessionCookies,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  async register(context: GraphQLContext, input: RegisterInput): Promise<RegisterPayload> {
    if (!this.settings.registration) throw new RegistrationClosed();
    const username = usernameFrom(input.username);
    const displayName = displayNameFrom(input.displayName ?? username);
    const generatedPassword = input.password == null ? this.passwords.generate() : null;
    const password = generatedPassword ?? passwordFrom(input.password ?? '');
    this.assertCookie(context, input);
    const passwordHash = await this.passwords.hash(password);
    const payload = await this.signIn(context, input, (tx) =>
      this.users.createPerson(tx, { username, displayName, passwordHash }),
    );
    return { session: payload.session, user: payload.user, generatedPassword };
  }

  async login(context: GraphQLContext, input: LoginInput): Promise<LoginPayload> {
    this.assertCookie(context, input);
    const user = await this.users.findByUsername(input.username.slice(0, 128));
    // Longer than any password can be: not worth hashing megabytes for, and as slow as any other refusal.
    const password = input.password.slice(0, 1024).normalize('NFC');
    const matches = await this.passwords.matches(password, user?.passwordHash ?? null);
    if (!user || !matches) throw new WrongCredentials();
    return this.signIn(context, input, () => Promise.resolve(user));
  }

  async enterAsGuest(context: GraphQLContext, input: EnterAsGuestInput): Promise<LoginPayload> {
    if (!this.settings.guests) throw new GuestsNotAllowed();
    const nickname = nicknameFrom(input.nickname);
    this.assertCookie(context, input);
    return this.signIn(context, input, (tx) => this.users.createGuest(tx, nickname));
  }

  async refreshSession(context: GraphQLContext, input: RefreshSessionInput | null | undefined): Promise<LoginPayload> {
    const given = input?.refreshToken ?? undefined;
    const token = given ?? this.cookies.refreshToken(context);
    if (token === undefined) throw new Unauthenticated();
    try {
      const session = await this.sessions.refresh(token);
      return await this.payload(context, session, given === undefined);
    } catch (error) {
      if (given === undefined && error instanceof Unauthenticated) this.cookies.clear(context);
      throw error;
    }
  }

  async logout(context: GraphQLContext): Promise<void> {
    const token = this.cookies.refreshToken(context);
    const fromCookie = token === undefined ? null : await this.sessions.ofRefreshToken(token);
    const ids = new Set([context.viewer?.sessionId, fromCookie?.id]);
    for (const id of ids) if (id !== undefined) await this.sessions.end(id);
    this.cookies.clear(context);
  }

  async viewer(actor: Actor | null): Promise<{ user: UserType } | null> {
    const user = actor && (await this.users.find(actor.userId));
    return user && { user: UserType.of(user) };
  }

  private async signIn(
    context: GraphQLContext,
    { cookie }: { cookie?: boolean | null },
    who: (tx: Transaction) => Promise<User>,
  ): Promise<LoginPayload> {
    const session = await this.database.write(async (tx) => this.sessions.open(tx, await who(tx)));
    return this.payload(context, session, cookie === true);
  }

  private async payload(context: GraphQLContext, session: TokenBasis, cookie: boolean): Promise<LoginPayload> {
    const user = await this.users.get(context, session.userId);
    const access = this.tokens.access(session);
    if (cookie) this.cookies.set(context, session);
    const refreshToken = cookie ? null : this.tokens.refresh(session.id, session.generation);
    return {
      user: UserType.of(user),
      session: { accessToken: access.token, accessTokenExpiresAt: access.expiresAt, refreshToken },
    };
  }

  private assertCookie(context: GraphQLContext, { cookie }: { cookie?: boolean | null }): void {
    if (cookie === true) this.cookies.assertPossible(context);
  }
}
