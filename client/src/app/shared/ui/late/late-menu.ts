import { inject, signal } from '@angular/core';
import { LateCode } from './late-code';

/**
 * A menu whose code comes when its button is pressed for the first time. What is loaded has the menu and its button; it takes
 * the place of the button that was pressed and opens at once (`appOpensAtOnce`).
 */
export class LateMenu {
  private readonly code = inject(LateCode);
  private readonly loaded = signal(false);

  /** Whether it is wanted and its code is there. */
  readonly isThere = this.loaded.asReadonly();
  byPointer = false;

  constructor(private readonly load: () => Promise<unknown>) {
    this.code.loadAtRest(load);
  }

  async open({ detail }: MouseEvent): Promise<void> {
    this.byPointer = detail > 0;
    if ((await this.code.load(this.load)) !== null) this.loaded.set(true);
  }
}
