import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { UsersModule } from '../users/index.js';
import { AdministrationResolver, AuditEntryResolver } from './administration.resolver.js';
import { AdministrationService } from './administration.service.js';
import { SetupCode } from './setup-code.js';
import { UserDeletionResolver } from './user-deletion.resolver.js';
import { UserDeletionService } from './user-deletion.service.js';

@Module({
  imports: [UsersModule, AuthModule],
  providers: [
    AdministrationResolver,
    AdministrationService,
    AuditEntryResolver,
    SetupCode,
    UserDeletionResolver,
    UserDeletionService,
  ],
})
export class AdministrationModule {}
