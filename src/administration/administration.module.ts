import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { UsersModule } from '../users/index.js';
import { AccountChanges } from './accounts/account-changes.js';
import { AccountLists } from './accounts/account-lists.js';
import { AccountsResolver } from './accounts/accounts.resolver.js';
import { AdministrationResolver, AuditEntryResolver } from './administration.resolver.js';
import { AdministrationService } from './administration.service.js';
import { ServerRoomLists } from './rooms/server-room-lists.js';
import { ServerRoomsResolver } from './rooms/server-rooms.resolver.js';
import { SetupCode } from './setup-code.js';
import { UserDeletionResolver } from './user-deletion.resolver.js';
import { UserDeletionService } from './user-deletion.service.js';
import { ServerStorageResolver } from './storage/server-storage.resolver.js';
import { ServerStorageService } from './storage/server-storage.service.js';

@Module({
  imports: [UsersModule, AuthModule],
  providers: [
    AccountChanges,
    AccountLists,
    AccountsResolver,
    AdministrationResolver,
    AdministrationService,
    AuditEntryResolver,
    ServerRoomLists,
    ServerRoomsResolver,
    ServerStorageResolver,
    ServerStorageService,
    SetupCode,
    UserDeletionResolver,
    UserDeletionService,
  ],
})
export class AdministrationModule {}
