import { Injectable } from '@nestjs/common';
import { DeletedRooms, MembershipPeriods } from '../rooms/index.js';
import { PersonReader } from './person-reader.js';
import type { Reader } from './reader.js';
import { RoomsOfSubject } from './rooms-of-subject.js';
import type { Stream } from './stream.js';
import { Streams } from './streams.js';

/** What all feeds of a person go by: what there is to follow, and who may see what of it. */
@Injectable()
export class PersonFeeds {
  constructor(
    private readonly streams: Streams,
    private readonly membershipPeriods: MembershipPeriods,
    private readonly deletedRooms: DeletedRooms,
    private readonly roomsOfSubject: RoomsOfSubject,
  ) {}

  /** The stream of all rooms, until `unfollow` is called. Follow it before you look at a position, so that its tail hears of whatever comes after that. */
  follow(): { readonly stream: Stream; readonly unfollow: () => void } {
    return this.streams.follow('all');
  }

  readerOf(userId: string): Reader {
    return new PersonReader(this.membershipPeriods, this.deletedRooms, this.roomsOfSubject, userId);
  }
}
