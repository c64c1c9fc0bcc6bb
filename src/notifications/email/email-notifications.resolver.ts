import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType, Visitors } from '../../auth/index.js';
import { type Actor, Viewer } from '../../caller/index.js';
import { Limited } from '../../graphql/index.js';
import { EmailNotificationsChanged } from './email-notifications.events.js';
import {
  SetEmailNotificationsInput,
  SetEmailNotificationsPayload,
  UnsubscribeInput,
  UnsubscribePayload,
} from './email-notifications.inputs.js';
import { EmailNotificationsService } from './email-notifications.service.js';
import { EmailNotificationsType } from './email-notifications.type.js';
import { Unsubscribing } from './unsubscribing.js';

@Resolver(() => ViewerType)
export class EmailNotificationsResolver {
  constructor(private readonly service: EmailNotificationsService) {}

  @ResolveField('emailNotifications', () => EmailNotificationsType, {
    description: 'Which e-mail the viewer wants to be sent. Nobody else sees it.',
  })
  notificationsOfViewer(@Viewer() { userId }: Actor): Promise<EmailNotificationsType> {
    return this.service.of(userId);
  }

  @Mutation(() => SetEmailNotificationsPayload, {
    description:
      'Says which e-mail the viewer wants to be sent, at their confirmed address. FORBIDDEN where this server sends no e-mail.',
  })
  @Limited({ per: 'account', points: 60, seconds: 60 })
  async setEmailNotifications(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'What is to be different. The one at fault is named in `extensions.field`.' })
    input: SetEmailNotificationsInput,
  ): Promise<SetEmailNotificationsPayload> {
    return { emailNotifications: await this.service.setEmailNotifications(viewer, input) };
  }
}

@Resolver()
@Visitors()
export class UnsubscribeResolver {
  constructor(private readonly unsubscribing: Unsubscribing) {}

  @Mutation(() => UnsubscribePayload, {
    description:
      'Ends e-mail of one kind, by the link at the end of it; also for visitors. A POST to the link itself does the same (RFC 8058).',
  })
  @Limited({ per: 'address', points: 60, seconds: 60 })
  async unsubscribe(
    @Args('input', { description: 'The link.' }) { token }: UnsubscribeInput,
  ): Promise<UnsubscribePayload> {
    await this.unsubscribing.unsubscribe(token);
    return { ok: true };
  }
}

@Resolver(() => EmailNotificationsChanged)
export class EmailNotificationsChangedResolver {
  constructor(private readonly service: EmailNotificationsService) {}

  @ResolveField(() => EmailNotificationsType, { description: 'As they are now, not as they were by this event.' })
  emailNotifications(@Parent() { personId }: EmailNotificationsChanged): Promise<EmailNotificationsType> {
    return this.service.of(personId);
  }
}
