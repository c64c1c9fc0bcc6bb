import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../auth/index.js';
import { type Actor, Viewer } from '../caller/index.js';
import { AFTER_IN_LIST, Cursor, Limited } from '../graphql/index.js';
import { UsersService, UserType } from '../users/index.js';
import { BecomeAdministratorInput, SetAdministratorInput } from './administration.inputs.js';
import { AdministrationService } from './administration.service.js';
import {
  AuditEntryConnection,
  AuditEntryType,
  BecomeAdministratorPayload,
  SetAdministratorPayload,
} from './administration.types.js';

@Resolver(() => ViewerType)
export class AdministrationResolver {
  constructor(private readonly administration: AdministrationService) {}

  @ResolveField(() => Boolean, { description: 'Whether the viewer administers this server.' })
  isAdministrator(@Viewer() viewer: Actor): Promise<boolean> {
    return this.administration.isAdministrator(viewer);
  }

  @Query(() => AuditEntryConnection, {
    description: `Who did what: sign-ins and refusals, ends of sessions, changes of roles, deletions by others. The newest first. For administrators; FORBIDDEN to
everybody else.`,
  })
  auditLog(
    @Viewer() viewer: Actor,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
  ): Promise<AuditEntryConnection> {
    return this.administration.auditLog(viewer, { first: first ?? 50, after });
  }

  @Mutation(() => BecomeAdministratorPayload, {
    description: `Makes the viewer the first administrator. It takes the setup code that the server prints in its start line while it has none; the code works once.
Guests cannot.`,
  })
  @Limited({ per: 'address', points: 10, seconds: 600 })
  becomeAdministrator(
    @Context() scope: object,
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The code.' }) { code }: BecomeAdministratorInput,
  ): Promise<BecomeAdministratorPayload> {
    return this.administration.becomeAdministrator(scope, viewer, code);
  }

  @Mutation(() => SetAdministratorPayload, {
    description:
      'Appoints another administrator, or removes one, oneself included. For administrators; FORBIDDEN to everybody else.',
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  setAdministrator(
    @Context() scope: object,
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The account, and whether it is to be an administrator.' })
    input: SetAdministratorInput,
  ): Promise<SetAdministratorPayload> {
    return this.administration.setAdministrator(scope, viewer, input);
  }
}

/** The people of an entry. */
@Resolver(() => AuditEntryType)
export class AuditEntryResolver {
  constructor(private readonly users: UsersService) {}

  @ResolveField(() => UserType, {
    nullable: true,
    description: 'Who did it; null where nobody was signed in, or the server itself acted.',
  })
  actor(@Parent() { actorId }: AuditEntryType, @Context() scope: object): Promise<UserType | null> {
    return this.shown(scope, actorId);
  }

  @ResolveField('actorOwner', () => UserType, {
    nullable: true,
    description: 'Where a bot did it, its owner at that time; null otherwise.',
  })
  ownerOfActor(@Parent() { ownerId }: AuditEntryType, @Context() scope: object): Promise<UserType | null> {
    return this.shown(scope, ownerId);
  }

  @ResolveField(() => UserType, { nullable: true, description: 'Whom it is about; null where that is nobody.' })
  subject(@Parent() { subjectId }: AuditEntryType, @Context() scope: object): Promise<UserType | null> {
    return this.shown(scope, subjectId);
  }

  private async shown(scope: object, id: string | null): Promise<UserType | null> {
    return id === null ? null : UserType.of(await this.users.get(scope, id));
  }
}
