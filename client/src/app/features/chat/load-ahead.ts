import { inject } from '@angular/core';
import { atRest } from '../../shared/time/at-rest';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { Notes } from '../../shared/ui/feedback/notes';

/** What is asked and said all over the chat is there before it is needed, as what has a button of its own (`LateCode`): also where the network has gone away meanwhile. */
export function loadAhead(): void {
  const parts = [inject(Confirm), inject(Notes)];
  atRest(() => {
    for (const part of parts) part.loadAhead();
  });
}
