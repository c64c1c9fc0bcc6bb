import { type DynamicModule, Module } from '@nestjs/common';
import { ApiModule } from './api/index.js';
import { AuditModule } from './audit/index.js';
import { BusModule } from './bus/index.js';
import type { Clock } from './runtime/index.js';
import { ConfigModule, type Settings } from './config/index.js';
import { DatabaseModule } from './database/index.js';
import { LogModule } from './log/index.js';
import { MailModule } from './mail/index.js';
import { NodesModule } from './nodes/index.js';
import { ReactorsModule } from './reactors/index.js';
import { StorageModule } from './storage/index.js';

/** The whole house: the platform below, and above it the API, which brings the features. */
@Module({})
export class AppModule {
  static forRoot(settings: Settings, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(settings, clock),
        DatabaseModule.forRoot(settings),
        LogModule,
        AuditModule,
        BusModule,
        ReactorsModule,
        StorageModule,
        MailModule,
        NodesModule,
        ApiModule,
      ],
    };
  }
}
