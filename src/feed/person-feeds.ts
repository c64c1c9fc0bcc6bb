import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { DeletedRooms, MembershipPeriods } from '../rooms/index.js';
import { cutFor } from './bot-reader.js';
import { PersonReader } from './person-reader.js';
import type { Reader } from './reader.js';
import { RoomsOfSubject } from './rooms-of-subject.js';
import type { Stream } from './stream.js';
import { Streams } from './streams.js';

/** What every feed of a person needs: what there is to follow, and who may see what of it. */
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

  readerOf(actor: Actor): Reader {
    const { membershipPeriods, deletedRooms, roomsOfSubject } = this;
    return cutFor(actor, new PersonReader(membershipPeriods, deletedRooms, roomsOfSubject, actor.userId));
  }
}
