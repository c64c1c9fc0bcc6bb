import { inject, Injectable } from '@angular/core';
import { print } from 'graphql';
import {
  type ProfileFieldsFragment,
  type SetStatusInput,
  SetStatusDocument,
  UpdateProfileDocument,
  type UpdateProfileInput,
  type UpdateProfileMutation,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { done, fromGraphQLErrors, type Outcome, refused, signedOut, toProblem } from '../../../core/graphql/problem';
import { AccessTokens } from '../../../core/session/access-tokens';

export type Profile = ProfileFieldsFragment;
export type ProfileChanges = Pick<UpdateProfileInput, 'displayName' | 'about' | 'timeZone' | 'removeAvatar'>;

@Injectable({ providedIn: 'root' })
export class ProfileRequests {
  private readonly graphql = inject(GraphQL);
  private readonly tokens = inject(AccessTokens);

  async update(input: ProfileChanges): Promise<Outcome<Profile>> {
    const outcome = await this.graphql.mutate(UpdateProfileDocument, { input });
    return outcome.ok ? done(outcome.value.updateProfile.user) : outcome;
  }

  async setStatus(input: SetStatusInput): Promise<Outcome<Profile>> {
    const outcome = await this.graphql.mutate(SetStatusDocument, { input });
    return outcome.ok ? done(outcome.value.setStatus.user) : outcome;
  }

  /** A picture comes as a part of a multipart request (GraphQL multipart request specification). */
  async sendPicture(picture: Blob): Promise<Outcome<Profile>> {
    const token = await this.tokens.current();
    if (token === null) return refused(signedOut());
    const operations = { query: print(UpdateProfileDocument), variables: { input: { avatar: null } } };
    const body = new FormData();
    body.append('operations', JSON.stringify(operations));
    body.append('map', JSON.stringify({ 0: ['variables.input.avatar'] }));
    body.append('0', picture, 'picture');
    try {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch('/graphql', { method: 'POST', headers, body });
      const { data, errors } = (await answer.json()) as Answer;
      return data ? done(data.updateProfile.user) : refused(fromGraphQLErrors(errors ?? []));
    } catch (error) {
      return refused(toProblem(error));
    }
  }
}

interface Answer {
  readonly data?: UpdateProfileMutation | null;
  readonly errors?: Parameters<typeof fromGraphQLErrors>[0];
}
