import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { EmailNoticeType } from '../email/email-notice.type.js';
import { PushDeliveryType } from '../push/push-delivery.type.js';

export enum NotificationReason {
  DIRECT_MESSAGE = 'DIRECT_MESSAGE',
  MENTION = 'MENTION',
  REPLY = 'REPLY',
  ROOM_MENTION = 'ROOM_MENTION',
  KEYWORD = 'KEYWORD',
  THREAD_REPLY = 'THREAD_REPLY',
  EVERY_MESSAGE = 'EVERY_MESSAGE',
  OWN_MESSAGE = 'OWN_MESSAGE',
  NOT_A_MEMBER = 'NOT_A_MEMBER',
  MESSAGE_DELETED = 'MESSAGE_DELETED',
  AUTHOR_BLOCKED = 'AUTHOR_BLOCKED',
  ROOM_MUTED = 'ROOM_MUTED',
  LEVEL_NOTHING = 'LEVEL_NOTHING',
  NOT_ADDRESSED = 'NOT_ADDRESSED',
  ALREADY_READ = 'ALREADY_READ',
  DO_NOT_DISTURB = 'DO_NOT_DISTURB',
  QUIET_HOURS = 'QUIET_HOURS',
  DEVICE_IN_USE = 'DEVICE_IN_USE',
}

registerEnumType(NotificationReason, {
  name: 'NotificationReason',
  description:
    'Why a message notifies somebody, or why not; of several the first in this order of each kind, and those why not before.',
  valuesMap: {
    DIRECT_MESSAGE: { description: 'It notifies them: it was sent in a direct room, or in a thread there.' },
    MENTION: { description: 'It notifies them: it names them.' },
    REPLY: { description: 'It notifies them: it answers a message of theirs.' },
    ROOM_MENTION: { description: 'It notifies them: it names everybody in the room.' },
    KEYWORD: { description: 'It notifies them: it has one of their keywords.' },
    THREAD_REPLY: { description: 'It notifies them: it stands in a thread that they follow.' },
    EVERY_MESSAGE: {
      description:
        'It notifies them: they want every message of the room (ALL). Of threads that are those that they follow.',
    },
    OWN_MESSAGE: { description: 'It does not: they wrote it.' },
    NOT_A_MEMBER: { description: 'It does not: they are not in the room.' },
    MESSAGE_DELETED: { description: 'It does not: it was deleted.' },
    AUTHOR_BLOCKED: { description: 'It does not: they block whoever wrote it.' },
    ROOM_MUTED: { description: 'It does not: they muted the room, which holds for mentions as well.' },
    LEVEL_NOTHING: {
      description: 'It does not: they want to hear of nothing in the room (NOTHING), mentions among it.',
    },
    NOT_ADDRESSED: {
      description:
        'It does not: they want to hear of mentions alone (MENTIONS), and nothing in it is for them; or it stands in a thread that they do not follow.',
    },
    ALREADY_READ: { description: 'It did not: they had read it before they would have been notified.' },
    DO_NOT_DISTURB: { description: 'It did not: nothing was to notify them then (`setDoNotDisturb`).' },
    QUIET_HOURS: { description: 'It did not: it came in their quiet hours.' },
    DEVICE_IN_USE: { description: 'It did not: they were using a device all the time (`setActive`).' },
  },
});

@ObjectType('NotificationExplanation', { description: 'Why a message notifies the viewer, or why not.' })
export class NotificationExplanationType {
  @Field({ description: 'Whether it does.' })
  isNotified!: boolean;

  @Field(() => NotificationReason, {
    description:
      'Why, or why not. Where the viewer has a device that could be notified, it is what was decided when the message came, for seven days. Else it is what would be decided by the settings of now.',
  })
  reason!: NotificationReason;

  @Field(() => String, {
    nullable: true,
    description: "The first of the viewer's keywords that it has; null where it has none.",
  })
  keyword!: string | null;

  @Field(() => [PushDeliveryType], {
    description:
      "What the viewer's devices were to be told because of it, within the last seven days, the newest first.",
  })
  deliveries!: PushDeliveryType[];

  @Field(() => EmailNoticeType, {
    nullable: true,
    description:
      'The e-mail about it, within the last seven days; null where the viewer wanted none, has no confirmed address, or it is no message to write to them about.',
  })
  email!: EmailNoticeType | null;
}
