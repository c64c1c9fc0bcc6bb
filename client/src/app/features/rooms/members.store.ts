import { computed, inject, Injectable } from '@angular/core';
import { obstacleToAdd, obstacleToEnter, obstacleToInvite } from '#rules';
import type { Member, Person, RoomRole } from '../../core/graphql/model';
import { done, type Outcome } from '../../core/graphql/problem';
import { SessionStore } from '../../core/session/session.store';
import { withChangedMember, withMoreMembers, withRemovedMember } from '../../feed/apply-read';
import { ChatStateStore } from '../../feed/chat-state.store';
import { floorOf } from '../../feed/room-floor';
import { OpenRoomStore } from '../../feed/open-room.store';
import { compareNames } from '../../shared/language/names';
import { PresenceStore } from '../presence';
import { BanRequests } from './data/ban-requests';
import { MemberRequests } from './data/member-requests';
import { type MemberRights, NO_RIGHTS, rightsOver } from './member-rights';

export interface MemberItem extends Member, MemberRights {
  readonly here: boolean;
  readonly self: boolean;
}

const RANK: Record<RoomRole, number> = { OWNER: 0, MODERATOR: 1, MEMBER: 2 };

/** Who is in the open room, and what the viewer may do about it. */
@Injectable({ providedIn: 'root' })
export class MembersStore {
  private readonly chat = inject(ChatStateStore);
  private readonly presence = inject(PresenceStore);
  private readonly bans = inject(BanRequests);
  private readonly requests = inject(MemberRequests);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly session = inject(SessionStore);

  private readonly own = this.openRoom.own;

  readonly members = computed<readonly MemberItem[]>(() => {
    const here = new Set(this.presence.here().map(({ id }) => id));
    return [...(this.own()?.members?.byId.values() ?? [])].sort(byRankAndName).map((member) => {
      const self = this.isSelf(member.user);
      return { ...member, ...this.rights(member), self, here: here.has(member.user.id) };
    });
  });

  readonly total = computed(() => this.own()?.room.memberCount ?? 0);
  readonly hasMore = computed(() => this.own()?.members?.hasMore ?? false);
  readonly canAdd = computed(() => {
    const own = this.own();
    if (own === null || obstacleToEnter(floorOf(own.room), { isBanned: false }) !== null) return false;
    return obstacleToAdd(own.room.visibility, own.role, { isGuest: false }) === null;
  });

  readonly canInvite = computed(() => {
    const own = this.own();
    const isGuest = this.session.user()?.kind === 'GUEST';
    return own !== null && obstacleToInvite(own.room.visibility, { role: own.role, isGuest }) === null;
  });

  async loadMore(): Promise<Outcome<unknown>> {
    const own = this.own();
    const after = own?.members?.endCursor;
    if (!own || !after || !this.hasMore()) return done(null);
    const { id } = own.room;
    return this.chat.read(
      () => this.requests.more(id, after),
      (state, page) => withMoreMembers(state, id, page),
    );
  }

  add(userId: string): Promise<Outcome<unknown>> {
    const roomId = this.openRoom.roomId() ?? '';
    return this.chat.read(() => this.requests.add(roomId, userId), withChangedMember);
  }

  remove(userId: string): Promise<Outcome<unknown>> {
    const roomId = this.openRoom.roomId() ?? '';
    return this.chat.read(
      () => this.requests.remove(roomId, userId),
      (state, { room }) => withRemovedMember(state, room, userId),
    );
  }

  ban(userId: string, reason: string): Promise<Outcome<unknown>> {
    const roomId = this.openRoom.roomId() ?? '';
    return this.chat.read(
      () => this.bans.ban({ roomId, userId, reason: reason === '' ? null : reason }),
      (state, room) => withRemovedMember(state, room, userId),
    );
  }

  setRole(userId: string, role: RoomRole): Promise<Outcome<unknown>> {
    const roomId = this.openRoom.roomId() ?? '';
    return this.chat.read(() => this.requests.setRole(roomId, userId, role), withChangedMember);
  }

  private rights({ role, user }: Member): MemberRights {
    const own = this.own();
    return own && !this.isSelf(user) ? rightsOver(own.role, role) : NO_RIGHTS;
  }

  private isSelf({ id }: Person): boolean {
    return id === this.chat.state()?.viewerId;
  }
}

function byRankAndName(a: Member, b: Member): number {
  return RANK[a.role] - RANK[b.role] || compareNames(a.user.displayName, b.user.displayName);
}
