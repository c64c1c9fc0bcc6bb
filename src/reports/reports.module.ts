import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AuthModule } from '../auth/index.js';
import { FilesModule } from '../files/index.js';
import { MessagesModule } from '../messages/index.js';
import { RoomsModule } from '../rooms/index.js';
import { UsersModule } from '../users/index.js';
import { Notice } from './notice.entity.js';
import {
  NoticeReceivedResolver,
  NoticesResolver,
  ReportsChangedResolver,
  ReportsToAdministratorResolver,
} from './notices.resolver.js';
import { NoticesService } from './notices.service.js';
import { ReportClosingService } from './report-closing.service.js';
import { ReportLists } from './report-lists.js';
import { ReportRightsReactor } from './report-rights.reactor.js';
import { Report } from './report.entity.js';
import { ReportsRemains } from './reports-remains.js';
import { ReportPeopleResolver, ReportsResolver, RoomReportsResolver } from './reports.resolver.js';
import { ReportsService } from './reports.service.js';
import { ShownNotices } from './shown-notices.js';

@Module({
  imports: [
    UsersModule,
    AuthModule,
    RoomsModule,
    FilesModule,
    MessagesModule,
    MikroOrmModule.forFeature([Report, Notice]),
  ],
  providers: [
    NoticeReceivedResolver,
    NoticesResolver,
    NoticesService,
    ReportClosingService,
    ReportLists,
    ReportPeopleResolver,
    ReportRightsReactor,
    ReportsChangedResolver,
    ReportsRemains,
    ReportsResolver,
    ReportsService,
    ReportsToAdministratorResolver,
    RoomReportsResolver,
    ShownNotices,
  ],
})
export class ReportsModule {}
