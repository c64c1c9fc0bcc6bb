import { inject } from '@angular/core';
import { atRest } from '../../shared/time/at-rest';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { Notes } from '../../shared/ui/feedback/notes';
import { PersonCards } from '../people';
import { ReactionPicking } from '../reactions';
import { MessageMenus } from '../timeline';

/** Loads what the first click asks for before there is one: so it is answered at once, and also where the network has gone away meanwhile. */
export function loadAhead(): void {
  const parts = [inject(MessageMenus), inject(PersonCards), inject(ReactionPicking), inject(Confirm), inject(Notes)];
  atRest(() => {
    for (const part of parts) part.loadAhead();
  });
}
