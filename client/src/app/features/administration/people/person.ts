import {
  DOCUMENT,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { map } from 'rxjs';
import { fileSize } from '../../../shared/text/file-size';
import { dayInText, momentInText } from '../../../shared/text/dates';
import { ServerClock } from '../../../shared/time/server-clock';
import { Avatar } from '../../../shared/ui/avatar/avatar';
import { Confirm } from '../../../shared/ui/confirm/confirm';
import type { Question } from '../../../shared/ui/confirm/question';
import { Dialogs } from '../../../shared/ui/dialog/dialogs';
import { CopyButton } from '../../../shared/ui/feedback/copy-button';
import { DoneNote } from '../../../shared/ui/feedback/done-note';
import { FormError } from '../../../shared/ui/feedback/form-error';
import { KeepFocus } from '../../../shared/ui/focus/keep-focus';
import { AdministrationPage } from '../administration-page';
import { devicesInText, lastSeenWords, roomsInText } from './account-words';
import { askToDelete } from './delete-question';
import { PersonStore } from './person.store';
import { questionTo } from './questions';
import { numberText } from '../../../shared/language/numbers';

/** Somebody's account, with what an administrator can do about it. */
@Component({
  imports: [AdministrationPage, Avatar, CopyButton, DoneNote, FormError, KeepFocus, MatButton, RouterLink],
  providers: [PersonStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './person.html',
  styleUrl: './person.scss',
})
export class PersonPage {
  protected readonly store = inject(PersonStore);
  protected readonly done = signal('');
  private readonly clock = inject(ServerClock);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  private readonly origin = inject(DOCUMENT).location.origin;
  private readonly id = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('id') ?? '')), {
    requireSync: true,
  });

  protected readonly name = computed(() => this.store.account()?.user.displayName ?? $localize`Nobody`);
  protected readonly facts = computed(() => {
    const account = this.store.account();
    const now = this.clock.now();
    if (!account) return [];
    const { user, lastSeenAt, sessionCount, roomCount, ownedRoomCount, fileBytes } = account;
    return [
      { term: $localize`Joined`, words: momentInText(user.createdAt, now) },
      { term: $localize`Last seen`, words: lastSeenAt ? momentInText(lastSeenAt, now) : lastSeenWords(null, now) },
      { term: $localize`Signed in on`, words: devicesInText(sessionCount) },
      {
        term: $localize`Rooms`,
        words:
          ownedRoomCount === 0
            ? roomsInText(roomCount)
            : $localize`${roomsInText(roomCount)}:rooms:, owner of ${numberText(ownedRoomCount)}:owned:`,
      },
      { term: $localize`Files`, words: fileSize(fileBytes) },
    ];
  });
  protected readonly heading = computed(() => (this.store.isLoaded() ? this.name() : $localize`Account`));
  protected readonly disabledSince = computed(() => {
    const at = this.store.account()?.disabledAt;
    return at ? dayInText(at, this.clock.now()) : null;
  });
  protected readonly link = computed(() => {
    const made = this.store.link();
    return made && { address: this.origin + made.path, until: momentInText(made.expiresAt, this.clock.now()) };
  });
  protected readonly verb = computed(() =>
    this.store.hasPassword() ? $localize`Sign out everywhere` : $localize`End visit`,
  );

  constructor() {
    effect(() => {
      this.id();
      untracked(() => void this.load());
    });
  }

  protected load(): Promise<void> {
    return this.store.load(this.id());
  }

  protected makeLink(): Promise<void> {
    return this.attempt(
      () => this.store.makeLink(),
      $localize`The link for ${this.name()}:name: is ready. Send it to them.`,
    );
  }

  protected async endSessions(): Promise<void> {
    const isGuest = !this.store.hasPassword();
    const question = questionTo(isGuest ? 'end the visit' : 'sign out', this.name());
    await this.ifSure(question, async () => {
      await this.attempt(() => this.store.endSessions(), $localize`${this.name()}:name: is signed out everywhere.`);
      // A guest is gone with the visit.
      if (isGuest && this.store.isLoaded() && !this.store.account())
        await this.router.navigate(['/administration/people']);
    });
  }

  protected disable(): Promise<void> {
    return this.ifSure(questionTo('disable', this.name()), () =>
      this.attempt(() => this.store.disable(), $localize`${this.name()}:name: is signed out and can’t sign in.`),
    );
  }

  protected enable(): Promise<void> {
    return this.attempt(() => this.store.enable(), $localize`${this.name()}:name: can sign in again.`);
  }

  protected appoint(): Promise<void> {
    return this.ifSure(questionTo('appoint', this.name()), () =>
      this.attempt(() => this.store.setAdministrator(true), $localize`${this.name()}:name: is now an administrator.`),
    );
  }

  /** Whoever dismisses themselves has no business on this page any more. */
  protected dismiss(): Promise<void> {
    return this.ifSure(questionTo('dismiss', this.name()), async () => {
      await this.attempt(
        () => this.store.setAdministrator(false),
        $localize`${this.name()}:name: is no longer an administrator.`,
      );
      if (this.store.isOneself() && !this.store.problem()) await this.router.navigateByUrl('/account');
    });
  }

  /** There is nothing to see on this page afterwards. */
  protected async delete(): Promise<void> {
    this.done.set('');
    const wanted = await askToDelete(this.dialogs, this.name());
    if (wanted && (await this.store.delete(wanted.withMessages)))
      await this.router.navigate(['/administration/people']);
  }

  private async ifSure(question: Question, work: () => Promise<void>): Promise<void> {
    this.done.set('');
    if (await this.confirm.ask(question)) await work();
  }

  private async attempt(work: () => Promise<boolean>, words: string): Promise<void> {
    this.done.set('');
    if (await work()) this.done.set(words);
  }
}
