import { Injectable } from '@nestjs/common';
import { AuditAction } from '../../audit/index.js';
import type { GraphQLContext } from '../../caller/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import type { Transaction } from '../../database/index.js';
import { displayNameFrom, type User, usernameFrom, UsernameTaken, UsersService } from '../../users/index.js';
import { RegistrationClosed, RegistrationNonceUsed } from '../auth.errors.js';
import type { RegisterInput } from '../auth.inputs.js';
import type { LoginPayload, RegisterPayload } from '../auth.types.js';
import { passwordFrom, Passwords } from '../passwords/passwords.js';
import { SignIn } from '../sign-in.js';
import { type Invited, InvitedNewcomers, invitedBy } from './invited-newcomers.js';
import { type Registering, registrationNonceFrom, Registrations } from './registrations.js';

/** Makes accounts, each once, also where the answer was lost and the same is asked for again. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly users: UsersService,
    private readonly passwords: Passwords,
    private readonly registrations: Registrations,
    private readonly invitations: InvitedNewcomers,
    private readonly signIn: SignIn,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  async register(context: GraphQLContext, input: RegisterInput): Promise<RegisterPayload> {
    const invited = invitedBy(input.invitationCode, { isGuest: false });
    if (invited.code === null) this.assertOpen({ makesAccounts: false });
    const username = usernameFrom(input.username);
    const displayName = displayNameFrom(input.displayName ?? username);
    const nonce = registrationNonceFrom(input.nonce);
    const generatedPassword = input.password == null ? this.generatedPassword(nonce, username) : null;
    const password =
      generatedPassword ?? (await passwordFrom('password', input.password ?? '', [username, displayName]));
    this.signIn.assertPossible(context, input);
    const asked = { username, displayName, password };
    const again = await this.again(context, input, nonce, asked);
    const payload: LoginPayload & { invitedToRoomId?: string | null } =
      again ?? (await this.newcomer(context, input, nonce, asked, invited));
    const { session, user, invitedToRoomId = null } = payload;
    return { session, user, generatedPassword, invitedToRoomId };
  }

  private assertOpen({ makesAccounts }: { readonly makesAccounts: boolean }): void {
    if (!this.settings.registration && !makesAccounts) throw new RegistrationClosed();
  }

  private generatedPassword(nonce: string | null, username: string): string {
    return nonce === null ? this.passwords.generate() : this.registrations.passwordFor(nonce, username);
  }

  /** Where the answer to the same registration was lost; null where there was none. */
  private async again(
    context: GraphQLContext,
    input: RegisterInput,
    nonce: string | null,
    asked: Registering,
  ): Promise<LoginPayload | null> {
    const user = nonce === null ? null : await this.registrations.find(nonce, asked);
    return user && this.signIn.of(context, input, user, (tx) => this.registrations.assertRepeatable(tx, user));
  }

  private async newcomer(
    context: GraphQLContext,
    input: RegisterInput,
    nonce: string | null,
    asked: Registering,
    invited: Invited,
  ): Promise<LoginPayload & { invitedToRoomId?: string | null }> {
    const { username, displayName, password } = asked;
    // Before the password is hashed, which costs more than anything else here.
    this.assertOpen(await this.invitations.assertAdmitted(invited));
    const passwordHash = await this.passwords.hash(password);
    try {
      let invitedToRoomId: string | null = null;
      const make = async (tx: Transaction): Promise<User> => {
        const user = await this.users.createPerson(tx, { username, displayName, passwordHash });
        if (nonce !== null) await this.registrations.note(tx, nonce, user);
        const admission = await this.invitations.admit(tx, invited, user);
        this.assertOpen(admission);
        invitedToRoomId = admission.roomId;
        return user;
      };
      const locks = this.invitations.locksOf(invited);
      const { session, user } = await this.signIn.ofNewcomer(context, input, AuditAction.REGISTERED, make, locks);
      return { session, user, invitedToRoomId };
    } catch (error) {
      // Two of the same at once: the other one was first.
      const wasFirst = error instanceof UsernameTaken || error instanceof RegistrationNonceUsed;
      const again = wasFirst ? await this.again(context, input, nonce, asked) : null;
      if (again) return again;
      throw error;
    }
  }
}
