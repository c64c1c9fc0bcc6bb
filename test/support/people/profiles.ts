import type { Content } from '../files/uploads.js';
import type { Person } from './person.js';

export interface Profile {
  readonly id: string;
  readonly displayName: string;
  readonly avatarUrl: string | null;
  readonly about: string | null;
  readonly timeZone: string | null;
  readonly status: Status | null;
}

export interface Status {
  readonly emoji: string | null;
  readonly text: string;
  readonly until: string | null;
}

export interface ChangedProfile {
  readonly displayName?: string | null;
  readonly about?: string | null;
  readonly timeZone?: string | null;
  readonly removeAvatar?: boolean;
}

export const PROFILE = 'id displayName avatarUrl about timeZone status { emoji text until }';
export const UPDATE_PROFILE = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { user { ${PROFILE} } } }`;
export const SET_STATUS = `mutation ($input: SetStatusInput!) { setStatus(input: $input) { user { ${PROFILE} } } }`;

export async function updatesProfile(who: Person, input: ChangedProfile): Promise<Profile> {
  return (await who.asks<{ updateProfile: { user: Profile } }>(UPDATE_PROFILE, { input })).updateProfile.user;
}

export async function setsStatus(who: Person, input: Partial<Status>): Promise<Profile> {
  return (await who.asks<{ setStatus: { user: Profile } }>(SET_STATUS, { input })).setStatus.user;
}

/** Sends a picture of oneself; a refusal comes back as its code. */
export async function sendsAvatar(who: Person, content: Content, input: object = {}): Promise<Profile | string> {
  const form = new FormData();
  const variables = { input: { ...input, avatar: null } };
  form.append('operations', JSON.stringify({ query: UPDATE_PROFILE, variables }));
  form.append('map', JSON.stringify({ 0: ['variables.input.avatar'] }));
  form.append('0', new Blob([content]), 'me');
  const answer = await fetch(`${who.server.url}/graphql`, { method: 'POST', headers: who.bearer, body: form });
  const { data, errors } = (await answer.json()) as {
    data?: { updateProfile: { user: Profile } | null } | null;
    errors?: { extensions: { code: string } }[];
  };
  return data?.updateProfile?.user ?? errors?.[0]?.extensions.code ?? 'no answer';
}

/** Sends a picture that must be taken, and gives back where it is. */
export async function setsAvatar(who: Person, content: Content): Promise<string> {
  const answer = await sendsAvatar(who, content);
  if (typeof answer === 'string' || answer.avatarUrl === null)
    throw new Error(`The picture was refused: ${JSON.stringify(answer)}.`);
  return answer.avatarUrl;
}

/** What somebody sees of somebody. */
export async function profileOf(viewer: Person, who: Pick<Person, 'username'>): Promise<Profile> {
  const query = `query ($username: String!) { userByUsername(username: $username) { ${PROFILE} } }`;
  return (await viewer.asks<{ userByUsername: Profile }>(query, { username: who.username })).userByUsername;
}
