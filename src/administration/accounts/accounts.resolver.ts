import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Viewer } from '../../caller/index.js';
import { AFTER_IN_LIST, Cursor, Limited, LooksThrough } from '../../graphql/index.js';
import { AccountChanges } from './account-changes.js';
import { AccountLists } from './account-lists.js';
import { AccountConnection, AccountFilter, AccountType } from './account.type.js';
import {
  CreatePasswordResetInput,
  DisableAccountInput,
  EnableAccountInput,
  EndSessionsInput,
} from './accounts.inputs.js';
import {
  CreatePasswordResetPayload,
  DisableAccountPayload,
  EnableAccountPayload,
  EndSessionsPayload,
} from './accounts.payloads.js';

const ADMINISTRATORS = 'For administrators; FORBIDDEN to everybody else.';

@Resolver(() => AccountType)
export class AccountsResolver {
  constructor(
    private readonly lists: AccountLists,
    private readonly changes: AccountChanges,
  ) {}

  @Query(() => AccountConnection, {
    description: `Who has an account or visits as a guest, by display name. ${ADMINISTRATORS}`,
  })
  @LooksThrough()
  accounts(
    @Viewer() viewer: Actor,
    @Args('query', {
      type: () => String,
      nullable: true,
      description:
        'Words that are all in the display name or the username, anywhere in them; up to 100 characters. Left out, everybody.',
    })
    query: string | null | undefined,
    @Args('filter', {
      type: () => AccountFilter,
      nullable: true,
      defaultValue: AccountFilter.EVERYBODY,
      description: 'Whom to look through.',
    })
    filter: AccountFilter | null | undefined,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
  ): Promise<AccountConnection> {
    return this.lists.accounts(viewer, { query, filter, first, after });
  }

  @Query(() => AccountType, {
    nullable: true,
    description: `One account; null where there is nobody, or a guest whose visit is over. ${ADMINISTRATORS}`,
  })
  account(
    @Viewer() viewer: Actor,
    @Args('userId', { type: () => ID, description: 'The id of the user.' }) userId: string,
  ): Promise<AccountType | null> {
    return this.lists.account(viewer, userId);
  }

  @Mutation(() => EndSessionsPayload, {
    description: `Ends all sessions of somebody at once, with their tokens and live sockets (4401). They can sign in again; the visit of a guest is over. ${ADMINISTRATORS}`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async endSessions(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Whose.' }) { userId }: EndSessionsInput,
  ): Promise<EndSessionsPayload> {
    return { account: await this.changes.endSessions(viewer, userId) };
  }

  @Mutation(() => DisableAccountPayload, {
    description: `Keeps somebody out: their sessions end at once, they cannot sign in, and invitations that they gave count no more. What they said stays, and they
stay in their rooms. CONFLICT where nobody could administer the server any more. ${ADMINISTRATORS}`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async disableAccount(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Whom.' }) { userId }: DisableAccountInput,
  ): Promise<DisableAccountPayload> {
    return { account: await this.changes.disableAccount(viewer, userId) };
  }

  @Mutation(() => EnableAccountPayload, {
    description: `Lets somebody sign in again who was kept out, with the password that they had. ${ADMINISTRATORS}`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async enableAccount(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Whom.' }) { userId }: EnableAccountInput,
  ): Promise<EnableAccountPayload> {
    return { account: await this.changes.enableAccount(viewer, userId) };
  }

  @Mutation(() => CreatePasswordResetPayload, {
    description: `Makes a link by which somebody who forgot their password chooses a new one. A newer link replaces it. The password that they have stays until the link is
used. ${ADMINISTRATORS}`,
  })
  @Limited({ per: 'account', points: 60, seconds: 600 })
  async createPasswordReset(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Whose password.' }) { userId }: CreatePasswordResetInput,
  ): Promise<CreatePasswordResetPayload> {
    return CreatePasswordResetPayload.of(await this.changes.createPasswordReset(viewer, userId));
  }
}
