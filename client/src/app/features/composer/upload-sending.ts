import { inject, Injectable } from '@angular/core';
import type { StoredFile } from '../../core/graphql/model';
import { type Outcome, refused, signedOut } from '../../core/graphql/problem';
import { AccessTokens } from '../../core/session/access-tokens';
import { upload } from './data/upload';
import type { Upload } from './upload-item';

/** Sends a file with a token that is good, once more where the server has refused the token. */
@Injectable({ providedIn: 'root' })
export class UploadSending {
  private readonly tokens = inject(AccessTokens);

  async send(
    { place: { roomId }, file, abort: { signal } }: Upload,
    onProgress: (fraction: number) => void,
  ): Promise<Outcome<StoredFile>> {
    const accessToken = await this.tokens.current();
    if (accessToken === null) return refused(signedOut());
    const outcome = await upload({ roomId, file, accessToken, signal, onProgress });
    if (outcome.ok || outcome.problem.code !== 'UNAUTHENTICATED') return outcome;
    const newToken = await this.tokens.replace(accessToken);
    if (newToken === null) return refused(signedOut());
    return upload({ roomId, file, accessToken: newToken, signal, onProgress });
  }
}
