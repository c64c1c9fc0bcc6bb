import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EmailAddressType } from './email-address.type.js';
import { EmailAddressChanged } from './email-addresses.events.js';
import { EmailAddresses } from './email-addresses.js';

@Resolver(() => EmailAddressChanged)
export class EmailAddressChangedResolver {
  constructor(private readonly addresses: EmailAddresses) {}

  @ResolveField(() => EmailAddressType, {
    nullable: true,
    description: 'As it is now, not as it was by this event; null where there is none.',
  })
  emailAddress(@Parent() { personId }: EmailAddressChanged): Promise<EmailAddressType | null> {
    return this.addresses.shownTo(personId);
  }
}
