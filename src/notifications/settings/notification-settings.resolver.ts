import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../../auth/index.js';
import { type Actor, Viewer } from '../../caller/index.js';
import { DateTime, Limited } from '../../graphql/index.js';
import { DoNotDisturbChanged, NotificationSettingsChanged } from './notification-settings.events.js';
import {
  SetDoNotDisturbInput,
  SetDoNotDisturbPayload,
  SetNotificationSettingsInput,
  SetNotificationSettingsPayload,
} from './notification-settings.inputs.js';
import { NotificationSettingsService } from './notification-settings.service.js';
import { NotificationSettingsType } from './notification-settings.type.js';
import { ShownSettings } from './shown-settings.js';

@Resolver(() => ViewerType)
export class NotificationSettingsResolver {
  constructor(
    private readonly service: NotificationSettingsService,
    private readonly settings: ShownSettings,
  ) {}

  @Mutation(() => SetDoNotDisturbPayload, {
    description:
      'Has nothing call the viewer until a time: no push notification is sent, and clients are silent. Messages are there and count as always.',
  })
  @Limited({ per: 'account', points: 60, seconds: 60 })
  async setDoNotDisturb(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Until when.' }) { until }: SetDoNotDisturbInput,
  ): Promise<SetDoNotDisturbPayload> {
    return { doNotDisturbUntil: await this.service.setDoNotDisturb(viewer, until ?? null) };
  }

  @Mutation(() => SetNotificationSettingsPayload, {
    description:
      'Says when and how the viewer wants to be called, on all their devices. Of which messages of a room is said by `setRoomPreferences`.',
  })
  @Limited({ per: 'account', points: 60, seconds: 60 })
  async setNotificationSettings(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'What is to be different. The one at fault is named in `extensions.field`.' })
    input: SetNotificationSettingsInput,
  ): Promise<SetNotificationSettingsPayload> {
    return { notificationSettings: await this.service.setNotificationSettings(viewer, input) };
  }

  @ResolveField(() => DateTime, {
    nullable: true,
    description:
      'Until when nothing calls the viewer; null where they can be called. That it is over is told by no event: each client has the time.',
  })
  doNotDisturbUntil(@Viewer() { userId }: Actor, @Context() scope: object): Promise<Date | null> {
    return this.settings.doNotDisturbUntil(scope, userId);
  }

  @ResolveField(() => NotificationSettingsType, { description: 'When and how the viewer wants to be called.' })
  notificationSettings(@Viewer() { userId }: Actor, @Context() scope: object): Promise<NotificationSettingsType> {
    return this.settings.of(scope, userId);
  }
}

@Resolver(() => DoNotDisturbChanged)
export class DoNotDisturbChangedResolver {
  constructor(private readonly settings: ShownSettings) {}

  @ResolveField(() => DateTime, {
    nullable: true,
    description: 'Until when nothing calls them now, not as it was by this event; null where they can be called.',
  })
  until(@Parent() { personId }: DoNotDisturbChanged, @Context() scope: object): Promise<Date | null> {
    return this.settings.doNotDisturbUntil(scope, personId);
  }
}

@Resolver(() => NotificationSettingsChanged)
export class NotificationSettingsChangedResolver {
  constructor(private readonly settings: ShownSettings) {}

  @ResolveField(() => NotificationSettingsType, { description: 'As they are now, not as they were by this event.' })
  notificationSettings(
    @Parent() { personId }: NotificationSettingsChanged,
    @Context() scope: object,
  ): Promise<NotificationSettingsType> {
    return this.settings.of(scope, personId);
  }
}
