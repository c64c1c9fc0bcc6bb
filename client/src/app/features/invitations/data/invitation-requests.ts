import { inject, Injectable } from '@angular/core';
import {
  AcceptInvitationDocument,
  AllInvitationsDocument,
  type AllInvitationsQuery,
  CreateInvitationDocument,
  type CreateInvitationInput,
  type GivenInvitationFieldsFragment,
  InvitationDocument,
  MoreInvitationsToRoomsDocument,
  type OpenRoomFieldsFragment,
  type ReceivedInvitationFieldsFragment,
  RevokeInvitationDocument,
  type RoomInvitationPageFieldsFragment,
  RoomInvitationsDocument,
  ServerInvitationsDocument,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { done, type Outcome } from '../../../core/graphql/problem';

/** As whoever follows it sees it. */
export type ReceivedInvitation = ReceivedInvitationFieldsFragment;
/** As whoever may invite sees it. */
export type GivenInvitation = GivenInvitationFieldsFragment;
/** As administrators see those into rooms: without the link. */
export type RoomInvitationPage = RoomInvitationPageFieldsFragment;
export type RoomInvitation = RoomInvitationPage['nodes'][number];

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

  /** Those to the server, and the first page of those into rooms. */
  async all(): Promise<Outcome<AllInvitationsQuery>> {
    return this.graphql.query(AllInvitationsDocument, {});
  }

  async moreToRooms(after: string): Promise<Outcome<RoomInvitationPage>> {
    const outcome = await this.graphql.query(MoreInvitationsToRoomsDocument, { after });
    return outcome.ok ? done(outcome.value.invitationsToRooms) : outcome;
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
