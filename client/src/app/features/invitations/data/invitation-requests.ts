import { inject, Injectable } from '@angular/core';
import {
  AcceptInvitationDocument,
  CreateInvitationDocument,
  type CreateInvitationInput,
  type GivenInvitationFieldsFragment,
  InvitationDocument,
  type OpenRoomFieldsFragment,
  type ReceivedInvitationFieldsFragment,
  RevokeInvitationDocument,
  RoomInvitationsDocument,
  ServerInvitationsDocument,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { done, type Outcome } from '../../../core/graphql/problem';

/** As whoever follows it sees it. */
export type ReceivedInvitation = ReceivedInvitationFieldsFragment;
/** As whoever may invite sees it. */
export type GivenInvitation = GivenInvitationFieldsFragment;

@Injectable({ providedIn: 'root' })
export class InvitationRequests {
  private readonly graphql = inject(GraphQL);

  /** Null for one that is over. */
  async find(code: string): Promise<Outcome<ReceivedInvitation | null>> {
    const outcome = await this.graphql.query(InvitationDocument, { code });
    return outcome.ok ? done(outcome.value.invitation) : outcome;
  }

  /** Those into a room, or, without one, those to the server. */
  async given(roomId: string | null): Promise<Outcome<readonly GivenInvitation[]>> {
    if (roomId === null) {
      const outcome = await this.graphql.query(ServerInvitationsDocument, {});
      return outcome.ok ? done(outcome.value.serverInvitations) : outcome;
    }
    const outcome = await this.graphql.query(RoomInvitationsDocument, { roomId });
    return outcome.ok ? done(outcome.value.room?.invitations ?? []) : outcome;
  }

  async create(input: CreateInvitationInput): Promise<Outcome<GivenInvitation>> {
    const outcome = await this.graphql.mutate(CreateInvitationDocument, { input });
    return outcome.ok ? done(outcome.value.createInvitation.invitation) : outcome;
  }

  async revoke(invitationId: string): Promise<Outcome<unknown>> {
    return this.graphql.mutate(RevokeInvitationDocument, { input: { invitationId } });
  }

  /** The room that the viewer is in now; null where it leads to none. */
  async accept(code: string): Promise<Outcome<OpenRoomFieldsFragment | null>> {
    const outcome = await this.graphql.mutate(AcceptInvitationDocument, { input: { code } });
    return outcome.ok ? done(outcome.value.acceptInvitation.room) : outcome;
  }
}
