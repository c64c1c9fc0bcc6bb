import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../graphql/index.js';

export enum EmailNoticeStatus {
  WAITING = 'WAITING',
  SENT = 'SENT',
  FAILED = 'FAILED',
  WITHHELD = 'WITHHELD',
}

registerEnumType(EmailNoticeStatus, {
  name: 'EmailNoticeStatus',
  description: 'What became of an e-mail about a message.',
  valuesMap: {
    WAITING: {
      description:
        'It is sent once the message has not been read for 15 minutes; not while a device is in use, nor in quiet, nor within an hour of the one before.',
    },
    SENT: { description: 'The mail server took it.' },
    FAILED: { description: 'The mail server did not take it, or could not be reached for a day.' },
    WITHHELD: {
      description: 'By the time it was to be sent it was not wanted any more, as where the message was read by then.',
    },
  },
});

@ObjectType('EmailNotice', { description: 'An e-mail about a message that the viewer may have missed.' })
export class EmailNoticeType {
  @Field(() => EmailNoticeStatus, { description: 'What became of it.' })
  status!: EmailNoticeStatus;

  @Field(() => DateTime, { description: 'Since when that is so.' })
  at!: Date;
}
