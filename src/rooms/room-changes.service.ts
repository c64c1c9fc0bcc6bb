import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../audit/index.js';
import type { Actor } from '../caller/index.js';
import { InjectSettings, type Settings } from '../config/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Journal } from '../log/index.js';
import { Clock } from '../runtime/index.js';
import { isListed, newsOfList } from './events/room-list-news.js';
import { RoomJournal } from './events/room-journal.js';
import { RoomChange, RoomChanged } from './events/rooms.events.js';
import { MembersService } from './members/members.service.js';
import type { Membership } from './members/membership.entity.js';
import { RoomAccess } from './room-access.js';
import { searchedBy, takeName } from './room-names.js';
import { changesInWords, changesTo, particularsOf, settingsIn, settingsOf } from './room-settings.js';
import { Room } from './room.entity.js';
import { RoomType } from './room.type.js';
import { NotAllowed, RoomNameTaken } from './rooms.errors.js';
import type { UpdateRoomInput } from './rooms.inputs.js';
import { refusalToArchive, refusalToSetRetention, refusalToSetVisibility, refusalToUpdate } from './rooms.policy.js';

interface Change {
  readonly actor: Actor;
  readonly changes: readonly RoomChange[];
  readonly wasListed: boolean;
}

/** Changes what a room is: its name, its topic, who may see it and post there, and whether anything can be said there at all. */
@Injectable()
export class RoomChangesService {
  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
    private readonly members: MembersService,
    private readonly journal: RoomJournal,
    private readonly log: Journal,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    @InjectSettings() private readonly server: Settings,
  ) {}

  async updateRoom(actor: Actor, input: UpdateRoomInput): Promise<RoomType> {
    const { roomId } = input;
    const wanted = settingsIn(input, this.server);
    return this.database.write({ rooms: [roomId] }, async (tx) => {
      const { room, membership } = await this.access.asMemberOfChannel(tx.em, actor, roomId);
      const changes = changesTo(room, wanted);
      const refusal = refusalTo(changes, wanted.visibility ?? room.visibility, actor, membership);
      if (refusal !== null) throw new NotAllowed(refusal);
      if (changes.length === 0) return RoomType.of(room);
      const [before, wasListed] = [settingsOf(room), isListed(room)];
      Object.assign(room, wanted);
      Object.assign(room, searchedBy(room));
      if (!(await takeName(tx, room))) throw new RoomNameTaken('Choose another name.');
      await this.tell(tx, room, { actor, changes, wasListed });
      await this.note(tx, room, AuditAction.ROOM_CHANGED, actor, changesInWords(before, room, changes));
      if (before.visibility !== room.visibility && room.visibility === 'PRIVATE')
        await this.members.removeGuests(tx, roomId, actor);
      return RoomType.of(await tx.em.findOneOrFail(Room, { id: roomId }));
    });
  }

  archiveRoom(actor: Actor, roomId: string): Promise<RoomType> {
    return this.setArchived(actor, roomId, this.clock.now());
  }

  unarchiveRoom(actor: Actor, roomId: string): Promise<RoomType> {
    return this.setArchived(actor, roomId, null);
  }

  /** Twice is no error, and the first time stays. */
  private setArchived(actor: Actor, roomId: string, archivedAt: Date | null): Promise<RoomType> {
    return this.database.write({ rooms: [roomId] }, async (tx) => {
      const { room, membership } = await this.access.asMemberOfChannel(tx.em, actor, roomId);
      const refusal = refusalToArchive(membership.role);
      if (refusal !== null) throw new NotAllowed(refusal);
      if ((room.archivedAt !== null) === (archivedAt !== null)) return RoomType.of(room);
      const wasListed = isListed(room);
      room.archivedAt = archivedAt;
      await tx.em.flush();
      const [change, action] = archivedAt
        ? ([RoomChange.ARCHIVED, AuditAction.ROOM_ARCHIVED] as const)
        : ([RoomChange.UNARCHIVED, AuditAction.ROOM_UNARCHIVED] as const);
      await this.tell(tx, room, { actor, changes: [change], wasListed });
      await this.note(tx, room, action, actor, null);
      return RoomType.of(room);
    });
  }

  /** The members, and, of what they may see of it, everybody. */
  private async tell(tx: Transaction, room: Room, { actor, changes, wasListed }: Change): Promise<void> {
    const about = { actorId: actor.userId, subjectId: room.id };
    await this.journal.record(tx, RoomChanged, {
      ...about,
      roomId: room.id,
      particulars: particularsOf(room, changes),
    });
    const news = newsOfList(wasListed, isListed(room), changes);
    if (news) await this.log.ofHouse(tx, news, about);
  }

  private note(
    tx: Transaction,
    { id: roomId }: Room,
    action: AuditAction,
    { userId: actorId, sessionId }: Actor,
    detail: string | null,
  ): Promise<void> {
    return this.audit.record(tx, { action, actorId, sessionId, roomId, detail });
  }
}

function refusalTo(
  changes: readonly RoomChange[],
  visibility: Room['visibility'],
  { isGuest }: Actor,
  { role }: Membership,
): string | null {
  const ofRetention = changes.includes(RoomChange.RETENTION) ? refusalToSetRetention(role) : null;
  const refusal = refusalToUpdate(role) ?? ofRetention;
  if (refusal !== null || !changes.includes(RoomChange.VISIBILITY)) return refusal;
  return refusalToSetVisibility(visibility, { role, isGuest });
}
