import { Module } from '@nestjs/common';
import { UsersModule } from '../users/index.js';
import { AdministrationResolver, AuditEntryResolver } from './administration.resolver.js';
import { AdministrationService } from './administration.service.js';
import { SetupCode } from './setup-code.js';

@Module({
  imports: [UsersModule],
  providers: [AdministrationResolver, AdministrationService, AuditEntryResolver, SetupCode],
})
export class AdministrationModule {}
