import { inject, Injectable, Injector } from '@angular/core';
import type { Person } from '../../core/graphql/model';
import { LateCode } from '../../shared/ui/late/late-code';
import type { PersonCardLayer } from './person-card-layer';

/** The card beside somebody's name, whose code is loaded when one is opened first. */
@Injectable({ providedIn: 'root' })
export class PersonCards {
  private readonly code = inject(LateCode);
  private readonly injector = inject(Injector);
  private layer: PersonCardLayer | null = null;
  /** What a pointer rests on, or did when the code was asked for. */
  private pointedAt: HTMLElement | null = null;

  constructor() {
    this.code.loadAtRest(() => this.load());
  }

  /** For whoever has asked for it: the focus goes into it, and back when it closes. */
  async open(origin: HTMLElement, person: Person): Promise<void> {
    const layer = this.layer ?? (await this.code.load(() => this.load()));
    if (origin.isConnected) layer?.open(origin, person);
  }

  /** For whoever's pointer rests there: it goes when the pointer does. */
  async peek(origin: HTMLElement, person: Person): Promise<void> {
    this.pointedAt = origin;
    const layer = this.layer ?? (await this.load().catch(() => null));
    if (this.pointedAt === origin) layer?.peek(origin, person);
  }

  leave(origin: HTMLElement): void {
    if (this.pointedAt === origin) this.pointedAt = null;
    this.layer?.leave(origin);
  }

  private async load(): Promise<PersonCardLayer> {
    const { PersonCardLayer } = await import('./person-card-layer');
    return (this.layer ??= this.injector.get(PersonCardLayer));
  }
}
