import { uptime } from './timer';

/** How old something is, by whichever clock went further: one of them stands still in a laptop that sleeps, the other one can be set. */
export class Age {
  private readonly upSince = uptime();
  private readonly wallSince = Date.now();

  get milliseconds(): number {
    return Math.max(uptime() - this.upSince, Date.now() - this.wallSince);
  }
}
