import { computed, effect, inject, Injectable, Injector, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';
import { done, type Outcome, type Problem, refused } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { NonceOfTries } from '../../core/nonce-of-tries';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { invitationCodeIn, returnPath } from '../../core/session/return-path';
import { SessionStore } from '../../core/session/session.store';
import { SignIn } from '../../core/session/sign-in';
import type { ReceivedInvitationStore } from '../invitations';

export interface LoginForm {
  readonly username: string;
  readonly password: string;
}

export interface RegisterForm {
  readonly username: string;
  readonly password: string | null;
  readonly displayName: string | null;
}

export interface GuestForm {
  readonly nickname: string;
  readonly roomName: string | null;
}

/** What the pages for coming in bind to. Whoever has come in goes on to where they wanted to go. */
@Injectable({ providedIn: 'root' })
export class AuthStore {
  private readonly session = inject(SessionStore);
  private readonly signIn = inject(SignIn);
  private readonly injector = inject(Injector);
  private readonly server = inject(ServerInfoStore);
  private readonly router = inject(Router);

  private readonly nonces = new NonceOfTries();
  private readonly working = signal(false);
  private readonly lastProblem = signal<Problem | null>(null);
  private readonly password = signal<string | null>(null);
  private readonly roomWasRefused = signal(false);
  /** Where an invitation has led. */
  private readonly landing = signal<string | null>(null);
  /** Null for those who follow none, and until its code is loaded. */
  private readonly received = signal<ReceivedInvitationStore | null>(null);
  private readonly to = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.wantedPath()),
    ),
    { initialValue: this.wantedPath() },
  );

  readonly busy = this.working.asReadonly();
  readonly problem = this.lastProblem.asReadonly();
  readonly generatedPassword = this.password.asReadonly();
  /** The guest who has come in and only lacks a room, because the first one was refused. */
  readonly guestWithoutRoom = computed(() => (this.roomWasRefused() ? this.session.user() : null));
  readonly linkParams = computed(() => {
    const to = this.to();
    return to === null ? {} : { to };
  });

  /** Whoever follows a link to a room has chosen it by that. */
  readonly leadsToRoom = computed(() => /^\/(?:chat|invite)\//.test(this.to() ?? ''));

  private readonly invitationCode = computed(() => invitationCodeIn(this.to()));
  /** Whether somebody can make an account: also where only an invitation lets them. */
  readonly opensRegistration = computed(
    () =>
      this.server.info().registration ||
      (this.invitationCode() !== null && (this.received()?.invitation()?.allowsRegistration ?? false)),
  );

  constructor() {
    this.router.events.pipe(filter((event) => event instanceof NavigationEnd)).subscribe(() => {
      this.clearProblem();
      this.password.set(null);
      this.roomWasRefused.set(false);
      this.landing.set(null);
    });
    effect(() => {
      const code = this.invitationCode();
      if (code !== null) untracked(() => void this.know(code));
    });
  }

  async login({ username, password }: LoginForm): Promise<void> {
    await this.submit(async () => {
      const empty = firstEmpty([
        { field: 'username', value: username, sentence: $localize`Enter your username.` },
        { field: 'password', value: password, sentence: $localize`Enter your password.` },
      ]);
      if (empty) return refused(empty);
      const outcome = await this.signIn.login(username, password);
      return outcome.ok ? done(this.target()) : outcome;
    });
  }

  async register(form: RegisterForm): Promise<void> {
    await this.submit(async () => {
      const empty = firstEmpty([
        { field: 'username', value: form.username, sentence: $localize`Choose a username.` },
        ...(form.password === null
          ? []
          : [{ field: 'password', value: form.password, sentence: $localize`Choose a password.` }]),
      ]);
      if (empty) return refused(empty);
      const invitationCode = this.invitationCode();
      const outcome = await this.signIn.register({ ...form, invitationCode, nonce: this.nonces.of(form) });
      if (!outcome.ok) return outcome;
      this.nonces.forget();
      this.landsIn(outcome.value.room);
      this.password.set(outcome.value.generatedPassword);
      return done(outcome.value.generatedPassword === null ? this.target() : null);
    });
  }

  async enterAsGuest({ nickname, roomName }: GuestForm): Promise<void> {
    await this.submit(async () => {
      if (!this.guestWithoutRoom()) {
        const empty = firstEmpty([{ field: 'nickname', value: nickname, sentence: $localize`Enter a nickname.` }]);
        if (empty) return refused(empty);
        const outcome = await this.signIn.enterAsGuest(nickname, this.invitationCode());
        if (!outcome.ok) return outcome;
        this.landsIn(outcome.value.room);
      }
      if (roomName === null) return done(this.target());
      const entered = await this.enterRoom(roomName);
      if (entered.ok) return done(`/chat/${entered.value}`);
      this.roomWasRefused.set(true);
      return refused(aboutRoomName(entered.problem));
    });
  }

  /** After the generated password has been noted. */
  async continue(): Promise<void> {
    this.password.set(null);
    await this.router.navigateByUrl(this.target());
  }

  clearProblem(): void {
    this.lastProblem.set(null);
  }

  /** What is known of rooms comes with the chat, which is next. */
  private async enterRoom(name: string): Promise<Outcome<string>> {
    const { NamedRoom } = await import('../rooms');
    return this.injector.get(NamedRoom).enter(name);
  }

  private async know(code: string): Promise<void> {
    const { ReceivedInvitationStore } = await import('../invitations');
    const received = this.injector.get(ReceivedInvitationStore);
    this.received.set(received);
    await received.know(code);
  }

  private async submit(work: () => Promise<Outcome<string | null>>): Promise<void> {
    if (this.working()) return;
    this.working.set(true);
    this.lastProblem.set(null);
    const outcome = await work();
    this.working.set(false);
    if (!outcome.ok) this.lastProblem.set(outcome.problem);
    else if (outcome.value !== null) await this.router.navigateByUrl(outcome.value);
  }

  /** An invitation that was followed is perhaps used up by that: its page would say so. */
  private landsIn(room: { readonly id: string } | null | undefined): void {
    if (this.invitationCode() !== null) this.landing.set(room ? `/chat/${room.id}` : '/chat');
  }

  private target(): string {
    return this.landing() ?? returnPath(this.to());
  }

  private wantedPath(): string | null {
    return this.router.parseUrl(this.router.url).queryParamMap.get('to');
  }
}

function aboutRoomName(problem: Problem): Problem {
  return problem.field === 'name' ? { ...problem, field: 'roomName' } : problem;
}
