import { Global, Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Cursors } from './cursors.js';
import { EventLog } from './event-log.js';
import { Journal } from './journal.js';
import { LogIdentity } from './log-identity.entity.js';
import { LoggedEvent } from './logged-event.entity.js';

@Global()
@Module({
  imports: [MikroOrmModule.forFeature([LoggedEvent, LogIdentity])],
  providers: [EventLog, Journal, Cursors],
  exports: [EventLog, Journal, Cursors],
})
export class LogModule {}
