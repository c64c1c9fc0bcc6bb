import { registerEnumType } from '@nestjs/graphql';

export enum RoomMentionChange {
  BEGAN = 'BEGAN',
  ENDED = 'ENDED',
}

registerEnumType(RoomMentionChange, {
  name: 'RoomMentionChange',
  description: 'What happened with an event to the mention of the whole room by its message.',
  valuesMap: {
    BEGAN: { description: 'It mentions everybody in the room from then on.' },
    ENDED: { description: 'It does so no more: it was edited or deleted.' },
  },
});
