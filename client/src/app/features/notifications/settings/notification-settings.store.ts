import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { catchError, EMPTY, from, switchMap, tap } from 'rxjs';
import type { NotificationSettings } from '../../../core/graphql/model';
import type { Outcome, Problem } from '../../../core/graphql/problem';
import { pauseBefore } from '../../../shared/time/repetition';
import { DoNotDisturb } from '../do-not-disturb/do-not-disturb.store';
import type { DoNotDisturbEnd } from '../do-not-disturb/do-not-disturb-end';
import {
  type NotificationPage,
  NotificationSettingsRequests,
  type PushDevice,
  type SettingsChanges,
} from './data/notification-settings-requests';

/** What the viewer wants to be notified of, and the devices that are called, as long as the page is open. What is changed elsewhere shows at once. */
@Injectable()
export class NotificationSettingsStore {
  private readonly doNotDisturb = inject(DoNotDisturb);
  private readonly requests = inject(NotificationSettingsRequests);

  private readonly page = signal<NotificationPage | null>(null);
  /** Where the feed goes on. After a connection that was lost it begins anew, also where nothing has happened meanwhile. */
  private readonly cursor = computed(() => this.page()?.eventCursor ?? null, { equal: () => false });
  private readonly failure = signal<Problem | null>(null);
  private failures = 0;
  private isGone = false;

  readonly problem = this.failure.asReadonly();
  readonly settings = computed(() => this.page()?.notificationSettings ?? null);
  readonly doNotDisturbUntil = computed(() => this.page()?.doNotDisturbUntil ?? null);
  readonly pushes = computed(() => this.page()?.pushes ?? false);
  readonly timeZone = computed(() => this.page()?.user.timeZone ?? null);
  readonly devices = computed<readonly PushDevice[]>(() => this.page()?.pushSubscriptions ?? []);

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isGone = true));
    toObservable(this.cursor)
      .pipe(
        switchMap((cursor) =>
          cursor === null
            ? EMPTY
            : this.requests.changes(cursor).pipe(
                tap(() => (this.failures = 0)),
                // What came meanwhile is in what is read after the pause.
                catchError(() => from(pauseBefore(this.failures++))),
              ),
        ),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.readAgain());
  }

  async load(): Promise<void> {
    this.failure.set(null);
    const outcome = await this.requests.page();
    if (outcome.ok) this.page.set(outcome.value);
    else this.failure.set(outcome.problem);
  }

  async change(changes: SettingsChanges): Promise<Outcome<NotificationSettings>> {
    const outcome = await this.requests.change(changes);
    if (outcome.ok) this.update({ notificationSettings: outcome.value });
    return outcome;
  }

  /** Null ends it. */
  async setDoNotDisturb(end: DoNotDisturbEnd | null): Promise<Outcome<string | null>> {
    const outcome = await (end === null ? this.doNotDisturb.end() : this.doNotDisturb.begin(end));
    if (outcome.ok) this.update({ doNotDisturbUntil: outcome.value });
    return outcome;
  }

  async removeDevice(id: string): Promise<Outcome<unknown>> {
    const outcome = await this.requests.remove(id);
    if (outcome.ok) this.update({ pushSubscriptions: this.devices().filter((device) => device.id !== id) });
    return outcome;
  }

  /** What has become of it stands among the deliveries by then, as a rule. */
  async testDevice(id: string): Promise<Outcome<unknown>> {
    const outcome = await this.requests.test(id);
    if (outcome.ok) void this.refresh();
    return outcome;
  }

  /** What is shown stays until there is something newer. */
  async refresh(): Promise<Outcome<unknown>> {
    const outcome = await this.requests.page();
    if (outcome.ok) this.page.set(outcome.value);
    return outcome;
  }

  private async readAgain(): Promise<void> {
    if (this.isGone) return;
    const outcome = await this.refresh();
    if (outcome.ok) return;
    await pauseBefore(this.failures++, outcome.problem.retryAfterSeconds);
    await this.readAgain();
  }

  private update(changes: Partial<NotificationPage>): void {
    this.page.update((page) => page && { ...page, ...changes });
  }
}
