import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AuthModule } from '../auth/index.js';
import { ServerInfoModule } from '../server-info/index.js';
import { UsersModule } from '../users/index.js';
import { AccountMails } from './account-mails.js';
import { ConfirmationThrottle } from './confirmation-throttle.js';
import { EmailAddressChangedResolver } from './email-address-events.resolver.js';
import { EmailAddress } from './email-address.entity.js';
import { EmailAddresses } from './email-addresses.js';
import { EmailAddressesResolver, EmailLinksResolver, SendsEmailResolver } from './email-addresses.resolver.js';
import { EmailAddressesService } from './email-addresses.service.js';
import { EmailRemains } from './email-remains.js';
import { ForgottenPasswordsService } from './forgotten-passwords.service.js';

@Module({
  imports: [AuthModule, ServerInfoModule, UsersModule, MikroOrmModule.forFeature([EmailAddress])],
  providers: [
    AccountMails,
    ConfirmationThrottle,
    EmailAddressChangedResolver,
    EmailAddresses,
    EmailAddressesResolver,
    EmailAddressesService,
    EmailLinksResolver,
    EmailRemains,
    ForgottenPasswordsService,
    SendsEmailResolver,
  ],
  exports: [EmailAddresses],
})
export class EmailAddressesModule {}
