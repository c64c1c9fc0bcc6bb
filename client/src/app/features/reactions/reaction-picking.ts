import { inject, Injectable, Injector } from '@angular/core';
import { LateCode } from '../../shared/ui/late/late-code';

/** Lets somebody pick an emoji beside what they have pressed. The picker's code is loaded when they do so first. */
@Injectable({ providedIn: 'root' })
export class ReactionPicking {
  private readonly code = inject(LateCode);
  private readonly injector = inject(Injector);
  private asked = 0;

  /** Loads its code before anybody picks. */
  loadAhead(): void {
    void import('./reaction-layer').catch(() => undefined);
  }

  /** Null where they have thought better of it. The focus comes back to where they pick for. */
  async pick(origin: HTMLElement, label: string, back = origin): Promise<string | null> {
    const turn = ++this.asked;
    const layer = await this.code.load(() => import('./reaction-layer'));
    // Whoever presses twice while it is loaded gets one.
    if (!layer || turn !== this.asked || !origin.isConnected) return null;
    return this.injector.get(layer.ReactionLayer).pick(origin, label, back);
  }
}
