import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType, Visitors } from '../auth/index.js';
import { type Actor, GraphQLContext, Viewer } from '../caller/index.js';
import { Limited } from '../graphql/index.js';
import { Mails } from '../mail/index.js';
import { ServerInfo } from '../server-info/index.js';
import { EmailAddressType } from './email-address.type.js';
import {
  ConfirmEmailAddressInput,
  ConfirmEmailAddressPayload,
  RemoveEmailAddressInput,
  RemoveEmailAddressPayload,
  RequestPasswordResetInput,
  RequestPasswordResetPayload,
  ResendEmailConfirmationPayload,
  SetEmailAddressInput,
  SetEmailAddressPayload,
} from './email-addresses.inputs.js';
import { EmailAddresses } from './email-addresses.js';
import { EmailAddressesService } from './email-addresses.service.js';
import { ForgottenPasswordsService } from './forgotten-passwords.service.js';

@Resolver(() => ViewerType)
export class EmailAddressesResolver {
  constructor(
    private readonly service: EmailAddressesService,
    private readonly addresses: EmailAddresses,
  ) {}

  @ResolveField('emailAddress', () => EmailAddressType, {
    nullable: true,
    description: 'Where the viewer gets e-mail; null where they have never said. Nobody else sees it.',
  })
  addressOfViewer(@Viewer() { userId }: Actor): Promise<EmailAddressType | null> {
    return this.addresses.shownTo(userId);
  }

  @Mutation(() => SetEmailAddressPayload, {
    description: `Sends a link to an address, which becomes the viewer's once it is followed (\`confirmEmailAddress\`), within a day. Until then the address before stays. FORBIDDEN for a
guest, and where this server sends no e-mail; RATE_LIMITED for more than five links an hour, from one account or to one address.`,
  })
  @Limited({ per: 'account', points: 10, seconds: 300 })
  async setEmailAddress(
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The address and the password. The one at fault is named in `extensions.field`.' })
    input: SetEmailAddressInput,
  ): Promise<SetEmailAddressPayload> {
    return { emailAddress: await this.service.setEmailAddress(context, viewer, input) };
  }

  @Mutation(() => ResendEmailConfirmationPayload, {
    description: `Sends another link to the address that waits to be confirmed; the one before works no more. NOT_FOUND where none waits, and else as \`setEmailAddress\`.`,
  })
  @Limited({ per: 'account', points: 10, seconds: 300 })
  async resendEmailConfirmation(@Viewer() viewer: Actor): Promise<ResendEmailConfirmationPayload> {
    return { emailAddress: await this.service.resendEmailConfirmation(viewer) };
  }

  @Mutation(() => RemoveEmailAddressPayload, {
    description:
      "Forgets the viewer's e-mail address, also one that waits to be confirmed. The address is told. FORBIDDEN for a guest, and where this server sends no e-mail.",
  })
  @Limited({ per: 'account', points: 10, seconds: 300 })
  async removeEmailAddress(
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The password.' }) { currentPassword }: RemoveEmailAddressInput,
  ): Promise<RemoveEmailAddressPayload> {
    await this.service.removeEmailAddress(context, viewer, currentPassword);
    return { ok: true };
  }
}

@Resolver()
@Visitors()
export class EmailLinksResolver {
  constructor(
    private readonly service: EmailAddressesService,
    private readonly forgotten: ForgottenPasswordsService,
  ) {}

  @Mutation(() => ConfirmEmailAddressPayload, {
    description: `Makes an address that of whoever set it, by the link that was sent there; also for visitors, for a link may be followed anywhere. The address before is told. FORBIDDEN
where this server sends no e-mail.`,
  })
  @Limited({ per: 'address', points: 20, seconds: 600 })
  async confirmEmailAddress(
    @Context() context: GraphQLContext,
    @Args('input', { description: 'The link.' }) { token }: ConfirmEmailAddressInput,
  ): Promise<ConfirmEmailAddressPayload> {
    return { address: await this.service.confirmEmailAddress(context, token) };
  }

  @Mutation(() => RequestPasswordResetPayload, {
    description: `Sends a link to a new password (\`resetPassword\`), which works once, within an hour, to the confirmed address of an account. It is answered alike, and as fast, whether there is
such an account, it has an address, is disabled, or was sent three links within an hour, beyond which none is sent. FORBIDDEN where this server sends no e-mail.`,
  })
  @Limited({ per: 'address', points: 10, seconds: 600 })
  async requestPasswordReset(
    @Context() context: GraphQLContext,
    @Args('input', { description: 'Whose password.' }) { usernameOrEmail }: RequestPasswordResetInput,
  ): Promise<RequestPasswordResetPayload> {
    await this.forgotten.requestPasswordReset(context, usernameOrEmail);
    return { ok: true };
  }
}

@Resolver(() => ServerInfo)
export class SendsEmailResolver {
  constructor(private readonly mails: Mails) {}

  @ResolveField(() => Boolean, {
    description:
      'Whether this server sends e-mail, so that people can have an address and a forgotten password replaced.',
  })
  sendsEmail(): boolean {
    return this.mails.areOn;
  }
}
