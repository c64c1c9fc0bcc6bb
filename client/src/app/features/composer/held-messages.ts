import { effect, inject, Injectable, untracked } from '@angular/core';
import { isHeld, type OutboxEntry, OutboxStore } from '../outbox';
import type { Upload } from './upload-item';
import { UploadQueue } from './upload-queue';
import { formatMessage } from '../../shared/language/format-message';

/** Messages that were sent before their files had arrived: they go out once all of them have, and their files go with them where they are discarded. */
@Injectable({ providedIn: 'root' })
export class HeldMessages {
  private readonly outbox = inject(OutboxStore);
  private readonly queue = inject(UploadQueue);

  constructor() {
    effect(() => {
      const entries = this.outbox.entries();
      const uploads = this.queue.all();
      const inOtherTabs = this.queue.inOtherTabs();
      if (!this.outbox.isLoaded() || !inOtherTabs) return;
      untracked(() => {
        for (const entry of entries) {
          const isOurs = !entry.files?.some(({ key }) => inOtherTabs.has(key));
          if (isOurs && isHeld(entry) && entry.state === 'waiting') this.lookAfter(entry, uploads);
        }
        this.cancelThoseOfNone(entries, uploads);
      });
    });
  }

  private lookAfter({ nonce, files = [], problem }: OutboxEntry, uploads: readonly Upload[]): void {
    const awaited = files.map((file) => ({ ...file, upload: uploads.find(({ key }) => key === file.key) }));
    const arrived = awaited.flatMap(({ upload }) => (upload?.stored ? [upload] : []));
    const lost = awaited.find(({ upload }) => !upload);
    const failed = awaited.find(({ upload }) => upload?.state === 'failed')?.upload;
    if (lost)
      this.outbox.fail(
        nonce,
        $localize`${lost.name}:name: is not on this device any more. Discard this message, and write it again.`,
      );
    else if (failed && problem === null && failed.canRetry) this.queue.retry(failed.key);
    else if (failed) this.outbox.fail(nonce, `${failed.name}: ${failed.problem ?? ''}`);
    else if (arrived.length < files.length) {
      const words = waitingFor(awaited.filter(({ upload }) => !upload?.stored));
      if (problem !== words) this.outbox.explain(nonce, words);
    } else {
      this.outbox.attach(
        nonce,
        arrived.flatMap(({ stored }) => (stored ? [stored] : [])),
      );
      this.queue.drop(arrived);
    }
  }

  private cancelThoseOfNone(entries: readonly OutboxEntry[], uploads: readonly Upload[]): void {
    const nonces = new Set(entries.map(({ nonce }) => nonce));
    for (const { key, heldFor } of uploads) if (heldFor !== null && !nonces.has(heldFor)) this.queue.cancel(key);
  }
}

function waitingFor(files: readonly { readonly name: string }[]): string {
  const [first, ...more] = files;
  if (more.length === 0) return $localize`Waiting for ${first?.name ?? ''}:name:.`;
  return formatMessage($localize`{count, plural, =1 {Waiting for 1 file.} other {Waiting for # files.}}`, {
    count: files.length,
  });
}
