import { inject, Injectable } from '@angular/core';
import {
  type ProfileFieldsFragment,
  type SetStatusInput,
  SetStatusDocument,
  UpdateProfileDocument,
  type UpdateProfileInput,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { done, type Outcome } from '../../../core/graphql/problem';

export type Profile = ProfileFieldsFragment;
export type ProfileChanges = Pick<UpdateProfileInput, 'displayName' | 'about' | 'timeZone' | 'removeAvatar'>;

@Injectable({ providedIn: 'root' })
export class ProfileRequests {
  private readonly graphql = inject(GraphQL);

  async update(input: ProfileChanges): Promise<Outcome<Profile>> {
    const outcome = await this.graphql.mutate(UpdateProfileDocument, { input });
    return outcome.ok ? done(outcome.value.updateProfile.user) : outcome;
  }

  async setStatus(input: SetStatusInput): Promise<Outcome<Profile>> {
    const outcome = await this.graphql.mutate(SetStatusDocument, { input });
    return outcome.ok ? done(outcome.value.setStatus.user) : outcome;
  }

  async sendPicture(picture: Blob): Promise<Outcome<Profile>> {
    const files = new Map([['variables.input.avatar', picture]]);
    const outcome = await this.graphql.mutateWithFiles(UpdateProfileDocument, { input: { avatar: null } }, files);
    return outcome.ok ? done(outcome.value.updateProfile.user) : outcome;
  }
}
