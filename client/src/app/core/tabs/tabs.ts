import { Injectable, signal } from '@angular/core';
import { filter, firstValueFrom, map, type Observable, Subject } from 'rxjs';
import { randomId } from '../random-id';
import { canShareTabs, TabBrowser, whenGone } from './tab-browser';
import { TabGroup, type TabRole } from './tab-group';

interface Asked {
  readonly topic: string;
  readonly body: unknown;
  readonly from: string;
}

/** What is talked about under one name, by the types of what followers ask and of what the leader says. */
export interface TabTopic<Ask, Say> {
  readonly asked: Observable<{ readonly body: Ask; readonly from: string }>;
  readonly said: Observable<Say>;
  ask(body: Ask): void;
  say(body: Say, to?: string): void;
}

/**
 * The tabs of this browser that the same person has open. One of them leads: it has the connection, and the others follow it. Where the browser lacks what that takes,
 * each is alone.
 */
@Injectable({ providedIn: 'root' })
export class Tabs {
  private readonly tab = randomId();
  private readonly current = signal<TabRole>('alone');
  private readonly roles = new Subject<TabRole>();
  private readonly asked = new Subject<Asked>();
  private readonly said = new Subject<Omit<Asked, 'from'>>();
  private group: TabGroup | null = null;
  private browser: TabBrowser | null = null;
  private name: string | null = null;
  private mayLead = false;

  readonly role = this.current.asReadonly();
  /** Emits for each leadership, as `TabHearers.role` says. */
  readonly changes = this.roles.asObservable();

  constructor() {
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.group?.look();
    });
  }

  /** Of this name: those that have another one do not hear it. */
  join(name: string): void {
    if (this.name !== name) this.enter(name, true);
    else if (!this.mayLead) this.group?.join();
    this.mayLead = true;
  }

  /** Only follows, where another tab of this name leads: this one has nothing to give to others. */
  visit(name: string): void {
    if (this.name !== name) this.enter(name, false);
  }

  leave(): void {
    this.name = null;
    this.mayLead = false;
    this.goOnAlone();
  }

  /** As soon as it is known whether another tab leads. */
  async settled(): Promise<Exclude<TabRole, 'joining'>> {
    const role = this.current();
    if (role !== 'joining') return role;
    return firstValueFrom(this.roles.pipe(filter((each) => each !== 'joining')));
  }

  /** Calls back when a tab that has asked is gone. */
  whenGone(tab: string, work: () => void): void {
    void whenGone(tab, work);
  }

  topic<Ask, Say>(topic: string): TabTopic<Ask, Say> {
    // Tabs of the same name have the same types: the name says which version they are.
    return {
      asked: this.asked.pipe(
        filter((asked) => asked.topic === topic),
        map(({ body, from }) => ({ body: body as Ask, from })),
      ),
      said: this.said.pipe(
        filter((said) => said.topic === topic),
        map(({ body }) => body as Say),
      ),
      ask: (body) => this.group?.ask(topic, body),
      say: (body, to) => this.group?.say(topic, body, to),
    };
  }

  private enter(name: string, mayLead: boolean): void {
    this.leave();
    this.name = name;
    this.mayLead = mayLead;
    if (!canShareTabs()) return;
    try {
      this.begin(name);
    } catch {
      // Forbidden in some browsers.
      this.goOnAlone();
    }
  }

  private begin(name: string): void {
    const browser = new TabBrowser(this.tab, name, () => {
      if (this.browser === browser) this.goOnAlone();
    });
    const group = new TabGroup(this.tab, browser, {
      role: (role) => {
        this.become(role);
      },
      asked: (topic, body, from) => {
        this.asked.next({ topic, body, from });
      },
      said: (topic, body) => {
        this.said.next({ topic, body });
      },
    });
    this.browser = browser;
    this.group = group;
    this.become('joining');
    void browser.begin(group).then(() => {
      if (this.group === group) group.join(this.mayLead);
    });
  }

  private goOnAlone(): void {
    const { browser, group } = this;
    this.group = null;
    this.browser = null;
    group?.leave();
    browser?.end();
    this.become('alone');
  }

  private become(role: TabRole): void {
    this.current.set(role);
    this.roles.next(role);
  }
}
