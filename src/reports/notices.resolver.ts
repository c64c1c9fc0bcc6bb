import { Args, Context, ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../auth/index.js';
import { type Actor, Viewer } from '../caller/index.js';
import { AFTER_IN_LIST, Cursor } from '../graphql/index.js';
import { AdministratorChanged } from '../users/index.js';
import { NoticeConnection, NoticeType } from './notice.type.js';
import { ReportLists } from './report-lists.js';
import { NoticeReceived, ReportsChanged } from './reports.events.js';
import { ShownNotices } from './shown-notices.js';

@Resolver(() => ViewerType)
export class NoticesResolver {
  constructor(private readonly notices: ShownNotices) {}

  @ResolveField('notices', () => NoticeConnection, {
    description: 'What those who look after rooms have told the viewer, the newest first.',
  })
  pageOfNotices(
    @Viewer() viewer: Actor,
    @Context() scope: object,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
  ): Promise<NoticeConnection> {
    return this.notices.pageOf(scope, viewer, { first: first ?? 25, after });
  }
}

@Resolver(() => NoticeReceived)
export class NoticeReceivedResolver {
  constructor(private readonly notices: ShownNotices) {}

  @ResolveField(() => NoticeType, { nullable: true, description: 'What they were told.' })
  notice(@Parent() { subjectId }: NoticeReceived, @Context() scope: object): Promise<NoticeType | null> {
    return this.notices.get(scope, subjectId);
  }
}

@Resolver(() => AdministratorChanged)
export class ReportsToAdministratorResolver {
  constructor(private readonly lists: ReportLists) {}

  @ResolveField(() => Int, { description: '`Viewer.openReportCount` as it is now.' })
  openReportCount(@Parent() { personId }: AdministratorChanged, @Context() scope: object): Promise<number> {
    return this.lists.openFor(scope, personId);
  }
}

@Resolver(() => ReportsChanged)
export class ReportsChangedResolver {
  constructor(private readonly lists: ReportLists) {}

  @ResolveField(() => ID, { description: 'Of which room.' })
  roomId(@Parent() { subjectId }: ReportsChanged): string {
    return subjectId;
  }

  @ResolveField(() => Int, {
    description: '`Viewer.openReportCount` as it is now.',
  })
  openReportCount(@Parent() { personId }: ReportsChanged, @Context() scope: object): Promise<number> {
    return this.lists.openFor(scope, personId);
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: '`Room.openReportCount` of this room as it is now; null for one who does not look after it any more.',
  })
  openInRoomCount(@Parent() { personId, subjectId }: ReportsChanged, @Context() scope: object): Promise<number | null> {
    return this.lists.openInRoom(scope, subjectId, personId);
  }
}
