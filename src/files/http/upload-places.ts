import { InjectSettings, type Settings } from '../../config/index.js';
import { Injectable } from '@nestjs/common';
import { networkOf, Tally } from '../../runtime/index.js';
import { ServerTakesNoMoreUploads, TooManyUploads } from '../files.errors.js';

const PER_PERSON = 32;
/** A few accounts are made quickly: the addresses of one network leave room for everybody else. */
const PER_NETWORK = 64;
const IN_THE_SERVER = 256;

/** How many uploads come in at once: each holds a line, a file and some memory. */
@Injectable()
export class UploadPlaces {
  /** By the id of a person, and by network: neither looks like the other. */
  private readonly taken = new Tally();
  private all = 0;

  constructor(@InjectSettings() private readonly settings: Settings) {}

  /** Takes a place, or refuses; what comes back gives it up, once. */
  take(userId: string, address: string): () => void {
    const bounds = [
      { owner: userId, most: PER_PERSON },
      { owner: networkOf(address), most: PER_NETWORK },
    ];
    if (this.all >= IN_THE_SERVER) throw new ServerTakesNoMoreUploads();
    for (const { owner, most } of bounds)
      if (this.settings.rateLimits && this.taken.of(owner) >= most) throw new TooManyUploads(most);
    this.count(bounds, 1);
    let held = true;
    return () => {
      if (held) this.count(bounds, -1);
      held = false;
    };
  }

  private count(bounds: readonly { readonly owner: string }[], by: number): void {
    this.all += by;
    for (const { owner } of bounds) this.taken.add(owner, by);
  }
}
