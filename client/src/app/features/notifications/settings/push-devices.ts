import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Outcome, Problem } from '../../../core/graphql/problem';
import { momentInText } from '../../../shared/text/dates';
import { ServerClock } from '../../../shared/time/server-clock';
import { DoneNote } from '../../../shared/ui/feedback/done-note';
import { FormError } from '../../../shared/ui/feedback/form-error';
import { PageSection } from '../../../shared/ui/page/page-section';
import { NotificationChoice } from '../notification-choice';
import { PushRegistration } from '../push-registration';
import { deliveryWords } from '../push-words';
import { NotificationSettingsStore } from './notification-settings.store';

interface Row {
  readonly id: string;
  readonly deviceName: string;
  readonly isCurrent: boolean;
}

/** The viewer's devices that are called while they have no page open, and what has become of what was sent there. */
@Component({
  selector: 'app-push-devices',
  imports: [DoneNote, FormError, MatButton, PageSection],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './push-devices.html',
  styleUrl: './push-devices.scss',
})
export class PushDevices {
  protected readonly store = inject(NotificationSettingsStore);
  protected readonly busy = signal(false);
  protected readonly done = signal('');
  protected readonly problem = signal<Problem | null>(null);
  private readonly choice = inject(NotificationChoice);
  private readonly clock = inject(ServerClock);
  private readonly push = inject(PushRegistration);
  private readonly section = viewChild.required(PageSection);
  protected readonly rows = computed(() => {
    const now = this.clock.now();
    return this.store.devices().map((device) => ({
      ...device,
      registered: momentInText(device.createdAt, now),
      last: device.lastDeliveryAt === null ? null : momentInText(device.lastDeliveryAt, now),
      deliveries: device.deliveries.map((delivery) => ({
        words: deliveryWords(delivery),
        when: momentInText(delivery.at, now),
      })),
    }));
  });

  protected async test({ id, deviceName }: Row): Promise<void> {
    await this.attempt(() => this.store.testDevice(id), $localize`A test was sent to ${deviceName}:device:.`);
  }

  protected async remove({ id, deviceName, isCurrent }: Row): Promise<void> {
    if (!(await this.attempt(() => this.store.removeDevice(id), $localize`${deviceName}:device: was removed.`))) return;
    if (isCurrent) await this.turnOffHere();
    this.section().focusHeading();
  }

  protected testLabel({ deviceName }: Row): string {
    return $localize`Send a test to ${deviceName}:device:`;
  }

  protected removeLabel({ deviceName }: Row): string {
    return $localize`Remove ${deviceName}:what:`;
  }

  /** Otherwise the next page that is opened here would register it again. */
  private async turnOffHere(): Promise<void> {
    this.choice.turn(false);
    await this.push.turnOff();
  }

  private async attempt(work: () => Promise<Outcome<unknown>>, words: string): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    this.done.set('');
    const outcome = await work();
    this.busy.set(false);
    if (outcome.ok) this.done.set(words);
    else this.problem.set(outcome.problem);
    return outcome.ok;
  }
}
