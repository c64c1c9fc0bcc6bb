import { inject, Injectable } from '@angular/core';
import {
  type ProfileFieldsFragment,
  type SetStatusInput,
  SetStatusDocument,
  UpdateProfileDocument,
  type UpdateProfileInput,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { GraphQLOverHttp } from '../../../core/graphql/http';
import { done, type Outcome, refused, signedOut } from '../../../core/graphql/problem';
import { AccessTokens } from '../../../core/session/access-tokens';

export type Profile = ProfileFieldsFragment;
export type ProfileChanges = Pick<UpdateProfileInput, 'displayName' | 'about' | 'timeZone' | 'removeAvatar'>;

@Injectable({ providedIn: 'root' })
export class ProfileRequests {
  private readonly graphql = inject(GraphQL);
  private readonly http = inject(GraphQLOverHttp);
  private readonly tokens = inject(AccessTokens);

  async update(input: ProfileChanges): Promise<Outcome<Profile>> {
    const outcome = await this.graphql.mutate(UpdateProfileDocument, { input });
    return outcome.ok ? done(outcome.value.updateProfile.user) : outcome;
  }

  async setStatus(input: SetStatusInput): Promise<Outcome<Profile>> {
    const outcome = await this.graphql.mutate(SetStatusDocument, { input });
    return outcome.ok ? done(outcome.value.setStatus.user) : outcome;
  }

  async sendPicture(picture: Blob): Promise<Outcome<Profile>> {
    const token = await this.tokens.current();
    if (token === null) return refused(signedOut());
    const files = new Map([['variables.input.avatar', picture]]);
    const outcome = await this.http.sendFiles(UpdateProfileDocument, { input: { avatar: null } }, files, token);
    return outcome.ok ? done(outcome.value.updateProfile.user) : outcome;
  }
}
