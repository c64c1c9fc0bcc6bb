import { inject, Injectable } from '@angular/core';
import type { StoredFile } from '../../core/graphql/model';
import { type Outcome, refused, signedOut, unreachable } from '../../core/graphql/problem';
import { AccessTokens } from '../../core/session/access-tokens';
import type { Upload } from './upload-item';

/** What is heard of an upload while it is under way. */
export interface UploadNews {
  readonly onProgress: (fraction: number) => void;
  /** Where it can be gone on with; null where it can no longer. */
  readonly onAddress: (address: string | null) => void;
}

/** Sends a file with a token that is good, once more where the server has refused the token. */
@Injectable({ providedIn: 'root' })
export class UploadSending {
  private readonly tokens = inject(AccessTokens);

  async send(upload: Upload, news: UploadNews): Promise<Outcome<StoredFile>> {
    const {
      place: { roomId },
      file,
      abort: { signal },
    } = upload;
    let { address } = upload;
    const accessToken = await this.tokens.current();
    if (accessToken === null) return refused(signedOut());
    const protocol = await loaded();
    if (!protocol) return refused(unreachable());
    const send = (token: string): Promise<Outcome<StoredFile>> =>
      protocol.uploadResumably({
        roomId,
        file,
        address,
        accessToken: token,
        signal,
        onProgress: news.onProgress,
        onAddress: (found) => {
          address = found;
          news.onAddress(found);
        },
      });
    const outcome = await send(accessToken);
    if (outcome.ok || outcome.problem.code !== 'UNAUTHENTICATED') return outcome;
    const newToken = await this.tokens.replace(accessToken);
    return newToken === null ? refused(signedOut()) : send(newToken);
  }

  /** The server need not wait for the rest. */
  async giveUp(address: string): Promise<void> {
    const accessToken = await this.tokens.current();
    const protocol = await loaded();
    if (accessToken !== null) await protocol?.giveUpUpload(address, accessToken);
  }
}

/** With the first file that is chosen. Null without a network, for as long as nothing of it was loaded before. */
async function loaded(): Promise<typeof import('./data/resumable-upload') | null> {
  try {
    return await import('./data/resumable-upload');
  } catch {
    return null;
  }
}
