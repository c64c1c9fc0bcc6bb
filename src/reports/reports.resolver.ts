import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../auth/index.js';
import { type Actor, GraphQLContext, Viewer } from '../caller/index.js';
import { AFTER_IN_LIST, Cursor, Limited, ViewerDependent } from '../graphql/index.js';
import { RoomAccess, RoomType } from '../rooms/index.js';
import { UsersService, UserType } from '../users/index.js';
import { ReportClosingService } from './report-closing.service.js';
import { ReportLists } from './report-lists.js';
import { ReportConnection, ReportState, ReportType } from './report.type.js';
import { CloseReportInput, CloseReportPayload, ReportMessageInput, ReportMessagePayload } from './reports.inputs.js';
import { ReportsService } from './reports.service.js';

@Resolver(() => ViewerType)
export class ReportsResolver {
  constructor(
    private readonly service: ReportsService,
    private readonly closing: ReportClosingService,
    private readonly lists: ReportLists,
  ) {}

  @Query(() => ReportConnection, {
    description: `What was reported, the newest first: with \`roomId\` of that room, for its owner and moderators and for administrators; without it of the whole server, for
administrators alone. FORBIDDEN to everybody else. Nobody sees reports of what they wrote themselves.`,
  })
  reports(
    @Viewer() viewer: Actor,
    @Args('roomId', { type: () => ID, nullable: true, description: 'A room that the viewer looks after.' })
    roomId: string | null | undefined,
    @Args('state', {
      type: () => ReportState,
      nullable: true,
      defaultValue: ReportState.OPEN,
      description: 'Which ones.',
    })
    state: ReportState | null | undefined,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
  ): Promise<ReportConnection> {
    const asked = { roomId: roomId ?? null, state: state ?? ReportState.OPEN, first: first ?? 25, after };
    return this.lists.pageOf(viewer, asked);
  }

  @Mutation(() => ReportMessagePayload, {
    description: `Shows a message, as it is now, to the owner and moderators of its room and to the administrators of the server, also where they are not in the room. Nobody else is
told, its author least of all. What they did about it the viewer is not told, but that they did (NoticeReceived). Twice is no error: the first report stays.`,
  })
  @Limited({ per: 'account', points: 20, seconds: 600, what: 'Too many reports in a short time' })
  async reportMessage(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The message, and why.' }) input: ReportMessageInput,
  ): Promise<ReportMessagePayload> {
    await this.service.reportMessage(viewer, input);
    return { ok: true };
  }

  @Mutation(() => CloseReportPayload, {
    description: `Deals with a report, and with every other one on the same message: for the owner and moderators of its room, and for administrators, also where they are not in the
room. What was done is kept, by whom and when; those who had reported it are told that it was dealt with. The words of the message are not kept. Twice is no error.`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async closeReport(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The report, and what to do.' }) input: CloseReportInput,
  ): Promise<CloseReportPayload> {
    return { report: await this.closing.closeReport(viewer, input) };
  }

  @ResolveField(() => Int, {
    description:
      'How many reports nobody has dealt with yet that the viewer could deal with: of the rooms that they look after, and for an administrator of all. ReportsChanged tells when it changes.',
  })
  openReportCount(@Viewer() viewer: Actor, @Context() scope: object): Promise<number> {
    return this.lists.openFor(scope, viewer.userId);
  }
}

@Resolver(() => RoomType)
export class RoomReportsResolver {
  constructor(private readonly lists: ReportLists) {}

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'How many reports of it nobody has dealt with yet; for its owner and moderators and for administrators, null for others.',
  })
  @ViewerDependent()
  async openReportCount(
    @Parent() { id }: RoomType,
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor | null,
  ): Promise<number | null> {
    return viewer && (await this.lists.openInRoom(context, id, viewer.userId));
  }
}

/** Whoever sees a report sees who is in it. */
@Resolver(() => ReportType)
export class ReportPeopleResolver {
  constructor(
    private readonly users: UsersService,
    private readonly access: RoomAccess,
  ) {}

  @ResolveField(() => UserType, { description: 'Who wrote the message.' })
  async author(@Parent() { authorId }: ReportType, @Context() scope: object): Promise<UserType> {
    return UserType.of(await this.users.get(scope, authorId));
  }

  @ResolveField(() => UserType, { description: 'Who reported it.' })
  async reporter(@Parent() { reporterId }: ReportType, @Context() scope: object): Promise<UserType> {
    return UserType.of(await this.users.get(scope, reporterId));
  }

  @ResolveField(() => UserType, { nullable: true, description: 'Who dealt with it; null while it is open.' })
  async closedBy(@Parent() { closedById }: ReportType, @Context() scope: object): Promise<UserType | null> {
    return closedById === null ? null : UserType.of(await this.users.get(scope, closedById));
  }

  @ResolveField(() => String, {
    description: 'What the room is called; empty for one of people who write to each other.',
  })
  async roomName(@Parent() { roomId }: ReportType, @Context() scope: object): Promise<string> {
    return (await this.access.roomOrNull(scope, roomId))?.name ?? '';
  }
}
