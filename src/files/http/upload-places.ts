import { InjectSettings, type Settings } from '../../config/index.js';
import { Injectable } from '@nestjs/common';
import { ServerTakesNoMoreUploads, TooManyUploads } from '../files.errors.js';

const PER_PERSON = 32;
const IN_THE_SERVER = 256;

/** How many uploads come in at once: each holds a line, a file and some memory. */
@Injectable()
export class UploadPlaces {
  private readonly taken = new Map<string, number>();
  private all = 0;

  constructor(@InjectSettings() private readonly settings: Settings) {}

  /** Takes a place, or refuses; what comes back gives it up, once. */
  take(userId: string): () => void {
    const own = this.taken.get(userId) ?? 0;
    if (this.all >= IN_THE_SERVER) throw new ServerTakesNoMoreUploads();
    if (this.settings.rateLimits && own >= PER_PERSON) throw new TooManyUploads(PER_PERSON);
    this.all += 1;
    this.taken.set(userId, own + 1);
    let held = true;
    return () => {
      if (held) this.give(userId);
      held = false;
    };
  }

  private give(userId: string): void {
    const left = (this.taken.get(userId) ?? 1) - 1;
    this.all -= 1;
    if (left > 0) this.taken.set(userId, left);
    else this.taken.delete(userId);
  }
}
