import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import { done, type Outcome, problem, refused } from '../../core/graphql/problem';
import { PrivateStorage } from '../../core/session/private-storage';
import { SessionStore } from '../../core/session/session.store';
import { deviceOf } from '../../shared/text/device';
import { PushRequests } from './data/push-requests';
import { NotificationChoice } from './notification-choice';
import { NotificationPermission } from './notification-permission.store';
import { workerHere } from './worker-here';

/** How things stand with pushes to this browser. */
export type PushState = 'unknown' | 'missing' | 'off' | 'on';

/**
 * Has the server push to this browser while no page is open. A registration belongs to a session: it ends with it at the server, and is made anew after the next
 * sign-in.
 */
@Injectable({ providedIn: 'root' })
export class PushRegistration {
  private readonly choice = inject(NotificationChoice);
  private readonly permission = inject(NotificationPermission);
  private readonly requests = inject(PushRequests);
  private readonly session = inject(SessionStore);
  private readonly storage = inject(PrivateStorage);

  private readonly current = signal<PushState>('unknown');

  readonly state = this.current.asReadonly();

  constructor() {
    effect(() => {
      const isWanted = this.permission.state() === 'granted' && this.choice.isOn();
      const userId = this.session.userId();
      if (userId !== null && isWanted) untracked(() => void this.turnOn());
    });
    effect(() => {
      const status = this.session.status();
      untracked(() => {
        if (status === 'signed-out') this.forget();
      });
    });
  }

  /** Does nothing where it is on. */
  async turnOn(): Promise<Outcome<unknown>> {
    const worker = await workerHere();
    if (!worker || !('pushManager' in worker)) {
      this.current.set('missing');
      return refused(problem('MISSING', $localize`This browser cannot be reached while Tertulia is closed.`));
    }
    try {
      const subscription = (await worker.pushManager.getSubscription()) ?? (await this.subscribe(worker));
      return subscription ? await this.register(subscription) : this.turnedOff();
    } catch {
      this.current.set('off');
      return refused(problem('REFUSED', $localize`This browser did not allow it.`));
    }
  }

  /** The browser forgets it; the server does so with the next push, or when it is told. */
  async turnOff(): Promise<void> {
    const worker = await workerHere();
    const subscription = await worker?.pushManager.getSubscription().catch(() => null);
    await subscription?.unsubscribe().catch(() => false);
    this.forget();
  }

  private async subscribe(worker: ServiceWorkerRegistration): Promise<PushSubscription | null> {
    const key = await this.requests.publicKey();
    if (!key.ok || key.value === null) return null;
    return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key.value });
  }

  private async register(subscription: PushSubscription): Promise<Outcome<unknown>> {
    const { endpoint = '', keys = {} } = subscription.toJSON();
    const { key } = this;
    if (key === null) return this.turnedOff();
    if (this.storage.read(key) === endpoint) {
      this.current.set('on');
      return done(null);
    }
    const outcome = await this.requests.register({
      endpoint,
      keys: { p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' },
      deviceName: deviceOf(navigator.userAgent).name.slice(0, MAX_NAME),
    });
    if (outcome.ok) this.storage.write(key, endpoint);
    this.current.set(outcome.ok ? 'on' : 'off');
    return outcome;
  }

  private turnedOff(): Outcome<unknown> {
    this.current.set('off');
    return done(null);
  }

  private forget(): void {
    for (const userId of this.storage.all(NOTED).keys()) this.storage.write(NOTED + userId, '');
    this.current.set('off');
  }

  /** Where it is noted that the server knows this browser: it goes when somebody signs out, as the registration does. */
  private get key(): string | null {
    const userId = this.session.userId();
    return userId === null ? null : NOTED + userId;
  }
}

const NOTED = 'push.';
const MAX_NAME = 64;
