import { effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { isForTheSignedIn } from './return-path';
import { SessionStore } from './session.store';

/** When a session ends while somebody is on a page of their own (here, in another tab, or at the server), they come to sign in again. */
export function leaveOnSignOut(): void {
  const session = inject(SessionStore);
  const router = inject(Router);
  let wasSignedIn = false;
  effect(() => {
    const status = session.status();
    untracked(() => {
      if (status === 'signed-out' && wasSignedIn && isForTheSignedIn(router.url)) {
        void router.navigate(['/login'], { queryParams: { to: router.url } });
      }
      wasSignedIn = status === 'signed-in';
    });
  });
}
