import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../../audit/index.js';
import type { Actor } from '../../caller/index.js';
import { Database, type FindLocks, type Reader, type Transaction } from '../../database/index.js';
import { InvalidInput } from '../../errors/index.js';
import { Journal } from '../../log/index.js';
import { Clock, isId } from '../../runtime/index.js';
import { PublicRoomRemoved } from '../events/public-rooms.events.js';
import { isListed } from '../events/room-list-news.js';
import { RoomDeleted } from '../events/rooms.events.js';
import { RoomAccess } from '../room-access.js';
import type { Room } from '../room.entity.js';
import { NotAllowed } from '../rooms.errors.js';
import { refusalToDeleteRoom } from '../rooms.policy.js';
import { DeletedRoomsSweep } from './deleted-rooms.sweep.js';
import { CLOSE_ROOM, END_STAYS, MEMBERS_OF_ROOM, NOTE_DELETED } from './deletion.queries.js';

/**
 * Deletes rooms. One change takes the room from everybody, however large it is: nobody is a member any more, and everything that can be
 * seen of a room is seen through a membership. What was stored for it is removed after that, in small pieces (`DeletedRoomsSweep`).
 */
@Injectable()
export class RoomDeletionService {
  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
    private readonly sweep: DeletedRoomsSweep,
    private readonly log: Journal,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async deleteRoom(actor: Actor, { roomId, name }: { readonly roomId: string; readonly name: string }): Promise<void> {
    await this.database.write(withItsMembers(roomId), async (tx) => {
      const { room, membership } = await this.access.asMemberOfChannel(tx.em, actor, roomId);
      const refusal = refusalToDeleteRoom(membership.role);
      if (refusal !== null) throw new NotAllowed(refusal);
      if (name.trim().normalize('NFC') !== room.name)
        throw new InvalidInput('name', 'This is not the name of the room.');
      await this.takeFromEverybody(tx, room, actor);
    });
    this.sweep.wake();
  }

  private async takeFromEverybody(tx: Transaction, room: Room, actor: Actor): Promise<void> {
    const { id: roomId, memberCount, lastNumber } = room;
    const wasListed = isListed(room);
    const members = await membersOf(tx, roomId);
    await tx.rows(CLOSE_ROOM, [roomId]);
    await tx.rows(END_STAYS, [roomId]);
    await tx.rows(NOTE_DELETED, [roomId, this.clock.now().getTime()]);
    const about = { actorId: actor.userId, subjectId: roomId };
    for (const member of members) await this.log.ofPerson(tx, RoomDeleted, member, about);
    if (wasListed) await this.log.ofHouse(tx, PublicRoomRemoved, about);
    const detail = `${String(memberCount)} members, ${String(lastNumber)} messages`;
    const { userId: actorId, sessionId } = actor;
    await this.audit.record(tx, { action: AuditAction.ROOM_DELETED, actorId, sessionId, roomId, detail });
  }
}

/** Each of them is told. */
function withItsMembers(roomId: string): FindLocks {
  return async (where) => ({ rooms: [roomId], people: isId(roomId) ? await membersOf(where, roomId) : [] });
}

async function membersOf(where: Reader, roomId: string): Promise<string[]> {
  return (await where.rows<{ userId: string }>(MEMBERS_OF_ROOM, [roomId])).map(({ userId }) => userId);
}
