import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { Person } from '../../core/graphql/model';
import { type Outcome, problem, refused } from '../../core/graphql/problem';
import { SessionStore } from '../../core/session/session.store';
import { AdministrationRequests } from './data/administration-requests';

/** Who administers the server. */
@Injectable({ providedIn: 'root' })
export class AdministratorsStore {
  private readonly requests = inject(AdministrationRequests);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);

  /** The one person of this username. */
  async find(username: string): Promise<Outcome<Person>> {
    const outcome = await this.requests.personByUsername(username.trim().replace(/^@/, ''));
    if (!outcome.ok) return outcome;
    const { value } = outcome;
    return value ? { ok: true, value } : refused(problem('NOT_FOUND', 'No one has this username.', 'username'));
  }

  appoint({ id }: Person): Promise<Outcome<unknown>> {
    return this.requests.setAdministrator(id, true);
  }

  /** Whoever dismisses themselves has no business on this page any more. */
  async dismiss({ id }: Person): Promise<Outcome<unknown>> {
    const outcome = await this.requests.setAdministrator(id, false);
    if (outcome.ok && id === this.session.userId()) await this.router.navigateByUrl('/account');
    return outcome;
  }
}
