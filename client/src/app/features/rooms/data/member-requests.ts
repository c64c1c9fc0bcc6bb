import { inject, Injectable } from '@angular/core';
import {
  AddMemberDocument,
  type MemberPageFieldsFragment,
  MoreMembersDocument,
  RemoveMemberDocument,
  SetMemberRoleDocument,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import type { Member, Room, RoomRole } from '../../../core/graphql/model';
import { done, type Outcome, problem, refused } from '../../../core/graphql/problem';

@Injectable({ providedIn: 'root' })
export class MemberRequests {
  private readonly graphql = inject(GraphQL);

  async more(roomId: string, after: string): Promise<Outcome<MemberPageFieldsFragment>> {
    const outcome = await this.graphql.query(MoreMembersDocument, { roomId, after });
    if (!outcome.ok) return outcome;
    const members = outcome.value.room?.members;
    return members ? done(members) : refused(problem('NOT_FOUND', $localize`You are no longer in this room.`));
  }

  async add(roomId: string, userId: string): Promise<Outcome<{ room: Room; member: Member }>> {
    const outcome = await this.graphql.mutate(AddMemberDocument, { input: { roomId, userId } });
    return outcome.ok ? done(outcome.value.addMember) : outcome;
  }

  async remove(roomId: string, userId: string): Promise<Outcome<{ room: Room }>> {
    const outcome = await this.graphql.mutate(RemoveMemberDocument, { input: { roomId, userId } });
    return outcome.ok ? done(outcome.value.removeMember) : outcome;
  }

  async setRole(roomId: string, userId: string, role: RoomRole): Promise<Outcome<{ room: Room; member: Member }>> {
    const outcome = await this.graphql.mutate(SetMemberRoleDocument, { input: { roomId, userId, role } });
    return outcome.ok ? done(outcome.value.setMemberRole) : outcome;
  }
}
