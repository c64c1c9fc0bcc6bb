import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../audit/index.js';
import type { Actor } from '../caller/index.js';
import { Database, type Transaction } from '../database/index.js';
import { InvalidInput } from '../errors/index.js';
import { Journal } from '../log/index.js';
import { MembersService } from './members/members.service.js';
import type { Membership } from './members/membership.entity.js';
import { PublicRoomAdded, PublicRoomChanged, PublicRoomRemoved } from './events/public-rooms.events.js';
import { RoomJournal } from './events/room-journal.js';
import { RoomChange, RoomChanged } from './events/rooms.events.js';
import { RoomAccess } from './room-access.js';
import { nameIn, searchedBy, takeName, topicIn } from './room-names.js';
import { Room } from './room.entity.js';
import { RoomType } from './room.type.js';
import { NotAllowed, RoomNameTaken } from './rooms.errors.js';
import type { UpdateRoomInput } from './rooms.inputs.js';
import { refusalToSetVisibility, refusalToUpdate } from './rooms.policy.js';

/** What of a room can be changed. */
type Settings = Pick<Room, 'name' | 'topic' | 'visibility'>;

interface Change {
  readonly actor: Actor;
  readonly changes: readonly RoomChange[];
  readonly before: Room['visibility'];
}

/** Changes what a room is: its name, its topic, who may see it. */
@Injectable()
export class RoomChangesService {
  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
    private readonly members: MembersService,
    private readonly journal: RoomJournal,
    private readonly log: Journal,
    private readonly audit: AuditLog,
  ) {}

  async updateRoom(actor: Actor, input: UpdateRoomInput): Promise<RoomType> {
    const { roomId } = input;
    const wanted = settingsIn(input);
    return this.database.write({ rooms: [roomId] }, async (tx) => {
      const { room, membership } = await this.access.asMember(tx.em, actor, roomId);
      const changes = changesTo(room, wanted);
      const refusal = refusalTo(changes, wanted.visibility ?? room.visibility, actor, membership);
      if (refusal !== null) throw new NotAllowed(refusal);
      if (changes.length === 0) return RoomType.of(room);
      const before = room.visibility;
      Object.assign(room, wanted);
      Object.assign(room, searchedBy(room));
      if (!(await takeName(tx, room))) throw new RoomNameTaken('Choose another name.');
      await this.tell(tx, room, { actor, changes, before });
      await this.note(tx, room, { actor, changes, before });
      if (before !== room.visibility && room.visibility === 'PRIVATE')
        await this.members.removeGuests(tx, roomId, actor);
      return RoomType.of(await tx.em.findOneOrFail(Room, { id: roomId }));
    });
  }

  /** The members, and, of what they may see of it, everybody. */
  private async tell(tx: Transaction, { id, visibility }: Room, { actor, changes, before }: Change): Promise<void> {
    const about = { actorId: actor.userId, subjectId: id };
    const particulars = { v: 1, changes, visibility: visibility === before ? null : visibility } as const;
    await this.journal.record(tx, RoomChanged, { ...about, roomId: id, particulars });
    const news = newsOfList(before, visibility);
    if (news) await this.log.ofHouse(tx, news, about);
  }

  /** For administrators: what it was that changed, and no content. */
  private note(tx: Transaction, { id, visibility }: Room, { actor, changes, before }: Change): Promise<void> {
    const words = changes.map((change) =>
      change === RoomChange.VISIBILITY ? `${before} to ${visibility}` : change.toLowerCase(),
    );
    const { userId: actorId, sessionId } = actor;
    const action = AuditAction.ROOM_CHANGED;
    return this.audit.record(tx, { action, actorId, sessionId, roomId: id, detail: words.join(', ') });
  }
}

/** What somebody wants to be different, within its bounds. */
function settingsIn({ name, topic, visibility }: UpdateRoomInput): Partial<Settings> {
  if (visibility === null) throw new InvalidInput('visibility', 'A room is either public or private.');
  return {
    ...(name !== undefined && { name: nameIn(name ?? '') }),
    ...(topic !== undefined && { topic: topicIn(topic ?? '') }),
    ...(visibility !== undefined && { visibility }),
  };
}

function changesTo(room: Room, wanted: Partial<Settings>): RoomChange[] {
  const isOther = (key: keyof Settings): boolean => wanted[key] !== undefined && wanted[key] !== room[key];
  return [
    ...(isOther('name') ? [RoomChange.NAME] : []),
    ...(isOther('topic') ? [RoomChange.TOPIC] : []),
    ...(isOther('visibility') ? [RoomChange.VISIBILITY] : []),
  ];
}

function refusalTo(
  changes: readonly RoomChange[],
  visibility: Room['visibility'],
  { isGuest }: Actor,
  { role }: Membership,
): string | null {
  const refusal = refusalToUpdate(role);
  if (refusal !== null || !changes.includes(RoomChange.VISIBILITY)) return refusal;
  return refusalToSetVisibility(visibility, { role, isGuest });
}

/** What the list of public rooms is told; nothing of what a private room was and is. */
function newsOfList(before: Room['visibility'], now: Room['visibility']) {
  if (now === 'PUBLIC') return before === 'PUBLIC' ? PublicRoomChanged : PublicRoomAdded;
  return before === 'PUBLIC' ? PublicRoomRemoved : null;
}
