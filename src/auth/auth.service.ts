import { Injectable } from '@nestjs/common';
import { AuditAction } from '../audit/index.js';
import type { Actor, GraphQLContext } from '../caller/index.js';
import { InjectSettings, type Settings } from '../config/index.js';
import { nicknameFrom, UsersService, UserType } from '../users/index.js';
import { GuestsNotAllowed } from './auth.errors.js';
import type { EnterAsGuestInput, LoginInput } from './auth.inputs.js';
import type { LoginPayload } from './auth.types.js';
import { Registrations } from './account/registrations.js';
import { Credentials } from './passwords/credentials.js';
import { SignIn } from './sign-in.js';

@Injectable()
export class AuthService {
  constructor(
    private readonly users: UsersService,
    private readonly credentials: Credentials,
    private readonly registrations: Registrations,
    private readonly signIn: SignIn,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  async login(context: GraphQLContext, input: LoginInput): Promise<LoginPayload> {
    this.signIn.assertPossible(context, input);
    const user = await this.credentials.check(context, input);
    return this.signIn.of(context, input, user, async (tx) => {
      await this.registrations.end(tx, user.id);
      return this.credentials.stillHold(tx, user);
    });
  }

  async enterAsGuest(context: GraphQLContext, input: EnterAsGuestInput): Promise<LoginPayload> {
    if (!this.settings.guests) throw new GuestsNotAllowed();
    const nickname = nicknameFrom(input.nickname);
    this.signIn.assertPossible(context, input);
    return this.signIn.ofNewcomer(context, input, AuditAction.GUEST_ENTERED, (tx) =>
      this.users.createGuest(tx, nickname),
    );
  }

  async viewer(actor: Actor | null): Promise<{ user: UserType } | null> {
    const user = actor && (await this.users.find(actor.userId));
    return user && { user: UserType.of(user) };
  }
}
