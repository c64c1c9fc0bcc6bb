import { Injectable } from '@nestjs/common';
import { AuditAction } from '../audit/index.js';
import type { Actor, GraphQLContext } from '../caller/index.js';
import { InjectSettings, type Settings } from '../config/index.js';
import type { Transaction } from '../database/index.js';
import { nicknameFrom, type User, UsersService, UserType } from '../users/index.js';
import { GuestsNotAllowed } from './auth.errors.js';
import type { EnterAsGuestInput, LoginInput } from './auth.inputs.js';
import type { EnterAsGuestPayload, LoginPayload } from './auth.types.js';
import { InvitedNewcomers, invitedBy } from './account/invited-newcomers.js';
import { Registrations } from './account/registrations.js';
import { Credentials } from './passwords/credentials.js';
import { SignIn } from './sign-in.js';

@Injectable()
export class AuthService {
  constructor(
    private readonly users: UsersService,
    private readonly credentials: Credentials,
    private readonly registrations: Registrations,
    private readonly invitations: InvitedNewcomers,
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

  async enterAsGuest(context: GraphQLContext, input: EnterAsGuestInput): Promise<EnterAsGuestPayload> {
    if (!this.settings.guests) throw new GuestsNotAllowed();
    const nickname = nicknameFrom(input.nickname);
    this.signIn.assertPossible(context, input);
    const invited = invitedBy(input.invitationCode, { isGuest: true });
    await this.invitations.assertAdmitted(invited);
    let invitedToRoomId: string | null = null;
    const enter = async (tx: Transaction): Promise<User> => {
      const guest = await this.users.createGuest(tx, nickname);
      invitedToRoomId = (await this.invitations.admit(tx, invited, guest)).roomId;
      return guest;
    };
    const locks = this.invitations.locksOf(invited);
    const { session, user } = await this.signIn.ofNewcomer(context, input, AuditAction.GUEST_ENTERED, enter, locks);
    return { session, user, invitedToRoomId };
  }

  async viewer(actor: Actor | null): Promise<{ user: UserType } | null> {
    const user = actor && (await this.users.find(actor.userId));
    return user && { user: UserType.of(user) };
  }
}
