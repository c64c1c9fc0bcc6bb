import { inject, Injectable, Injector } from '@angular/core';
import { unreachable } from '../../../core/graphql/problem';
import { Notes } from '../../../shared/ui/feedback/notes';
import type { ListArranging } from './list-arranging';

/** What people do to their list of rooms. Its code is loaded when they do something: most days nobody does. */
@Injectable({ providedIn: 'root' })
export class ListActions {
  private readonly injector = inject(Injector);
  private readonly notes = inject(Notes);

  async do(action: (arranging: ListArranging) => Promise<void>): Promise<void> {
    const loaded = await import('./list-arranging').catch(() => null);
    if (loaded) await action(this.injector.get(loaded.ListArranging));
    else this.notes.open(unreachable().message, $localize`Close`);
  }
}
