import type { Leadership, LeaderSays, TabMessage } from './tab-message';

/** `joining` until it is known whether another tab leads; `alone` where none does, and this one is not to. */
export type TabRole = 'joining' | 'leads' | 'follows' | 'alone';

/** In milliseconds. A leader that sleeps is replaced after the sum of them, which is less than two seconds. */
const QUIET_FOR = 800;
const ANSWER_WITHIN = 800;
/** A tab that was itself held up finds the answer before it judges. */
const LOOK_AGAIN = 150;
/** So that those who wait do not all take the lead at the same moment. */
const MAX_JITTER = 50;
/** Two leaders that contradict each other say so this often at most. */
const BETWEEN_CONTRADICTIONS = 300;

/** What a group needs of the browser. */
export interface TabSurroundings {
  post(message: TabMessage): void;
  /** Waits for the lock of the one that leads. `TabGroup.granted` says that this tab has it. */
  waitForLead(): void;
  /** Takes it from a tab that sleeps; that tab hears it by `TabGroup.dethroned` when it wakes. */
  stealLead(): void;
  releaseLead(): void;
  after(milliseconds: number, work: () => void): () => void;
  /** In milliseconds. */
  uptime(): number;
}

/** What a tab hears of its group. */
export interface TabHearers {
  /** Called for each leadership: the same role again means another leader, or that something it said was missed. */
  role(role: TabRole): void;
  asked(topic: string, body: unknown, from: string): void;
  said(topic: string, body: unknown): void;
}

/**
 * The tabs of one browser, of which one leads. The browser's lock says which, and frees it when that tab dies. A leader that sleeps keeps the lock and says
 * nothing: whoever follows asks, and takes the lock over. Each leadership has a term, and nobody hears a leader of an earlier one.
 */
export class TabGroup {
  private isIn = false;
  private mayLead = false;
  private isLeading = false;
  /** The latest that this tab has heard of; its own while it leads. */
  private latest: Leadership | null = null;
  private isFollowing = false;
  private count = 0;
  private heardAt = 0;
  private contradictedAt = -BETWEEN_CONTRADICTIONS;
  private stopWatching: (() => void) | undefined;

  constructor(
    private readonly tab: string,
    private readonly around: TabSurroundings,
    private readonly hear: TabHearers,
  ) {}

  /** A tab that has nothing to give to the others does not lead, and can still be told later that it may. */
  join(mayLead = true): void {
    this.isIn = true;
    this.mayLead ||= mayLead;
    if (this.mayLead) this.around.waitForLead();
    this.look();
  }

  leave(): void {
    this.isIn = false;
    this.mayLead = false;
    this.isLeading = false;
    this.isFollowing = false;
    this.latest = null;
    this.stopWatching?.();
    this.around.releaseLead();
  }

  /** Finds out at once whether the leader is awake: somebody looks at this tab. */
  look(): void {
    if (this.isIn && !this.isLeading) this.ping();
  }

  granted(): void {
    if (!this.isIn) return;
    this.isLeading = true;
    this.isFollowing = false;
    this.stopWatching?.();
    this.beginTerm((this.latest?.term ?? 0) + 1);
    this.hear.role('leads');
  }

  /** Another tab has taken the lead, because this one slept. */
  dethroned(): void {
    if (!this.isLeading) return;
    this.isLeading = false;
    this.hear.role('joining');
    this.around.waitForLead();
    this.look();
  }

  ask(topic: string, body: unknown): void {
    this.around.post({ kind: 'asks', from: this.tab, topic, body });
  }

  /** To one tab, or to all. Only a leader says anything. */
  say(topic: string, body: unknown, to: string | null = null): void {
    if (!this.isLeading || !this.latest) return;
    if (to === null) this.count += 1;
    this.around.post({ kind: 'says', leader: this.latest, to, count: this.count, topic, body });
  }

  receive(message: TabMessage): void {
    if (!this.isIn) return;
    if (message.kind === 'ping') this.answer(message.heard);
    else if (message.kind === 'asks') {
      if (this.isLeading) this.hear.asked(message.topic, message.body, message.from);
    } else if (this.isLeading) {
      if (this.isRival(message.leader)) this.outbid(message.leader);
    } else if (this.follow(message) && message.kind === 'says') this.deliver(message);
  }

  private answer(heard: Leadership | null): void {
    if (!this.isLeading) return;
    if (heard && this.isRival(heard)) this.outbid(heard);
    else this.announce();
  }

  private isRival({ tab, term }: Leadership): boolean {
    return tab !== this.tab && this.latest !== null && term >= this.latest.term;
  }

  /** Another leadership is later than this one, or as late. Where this tab has lost the lock, its browser is about to say so, and the other one goes on. */
  private outbid({ term }: Leadership): void {
    this.beginTerm(term + 1);
    this.hear.role('leads');
  }

  private beginTerm(term: number): void {
    this.latest = { term, tab: this.tab };
    this.count = 0;
    this.announce();
  }

  private announce(): void {
    if (this.latest) this.around.post({ kind: 'leads', leader: this.latest });
  }

  /** Whether this comes from the leader that this tab follows, or follows from now on. */
  private follow({ leader }: { readonly leader: Leadership }): boolean {
    const { latest } = this;
    const isSame = latest?.term === leader.term && latest.tab === leader.tab;
    if (latest && !isSame && leader.term <= latest.term) {
      this.contradict();
      return false;
    }
    this.heardAt = this.around.uptime();
    if (isSame && this.isFollowing) return true;
    this.latest = leader;
    this.isFollowing = true;
    this.count = -1;
    this.watch();
    this.hear.role('follows');
    return true;
  }

  /** Has the tab with the lock begin another term, where it does not know of one later than its own. */
  private contradict(): void {
    const now = this.around.uptime();
    if (now - this.contradictedAt < BETWEEN_CONTRADICTIONS) return;
    this.contradictedAt = now;
    this.around.post({ kind: 'ping', from: this.tab, heard: this.latest });
  }

  private deliver({ body, count, to, topic }: LeaderSays): void {
    const expected = to === null ? this.count + 1 : this.count;
    const isBroken = this.count !== -1 && count !== expected;
    this.count = count;
    // Something was lost on the way: this tab starts over with its leader.
    if (isBroken) this.hear.role('follows');
    if (to === null || to === this.tab) this.hear.said(topic, body);
  }

  private ping(): void {
    const askedAt = this.around.uptime();
    this.around.post({ kind: 'ping', from: this.tab, heard: this.latest });
    this.later(ANSWER_WITHIN, () => {
      this.unlessHeardSince(askedAt, () => {
        this.later(LOOK_AGAIN + jitterOf(this.tab), () => {
          this.unlessHeardSince(askedAt, () => {
            if (this.mayLead) this.around.stealLead();
            else this.goOnAlone();
          });
        });
      });
    });
  }

  /** Until somebody leads. */
  private goOnAlone(): void {
    this.isFollowing = false;
    this.hear.role('alone');
  }

  private unlessHeardSince(moment: number, work: () => void): void {
    if (this.isFollowing && this.heardAt >= moment) this.watch();
    else work();
  }

  /** Asks as soon as the leader has said nothing for a while. */
  private watch(): void {
    const left = QUIET_FOR - (this.around.uptime() - this.heardAt);
    this.later(Math.max(0, left), () => {
      if (this.around.uptime() - this.heardAt < QUIET_FOR) this.watch();
      else this.ping();
    });
  }

  private later(milliseconds: number, work: () => void): void {
    this.stopWatching?.();
    this.stopWatching = this.around.after(milliseconds, work);
  }
}

function jitterOf(tab: string): number {
  return Array.from(tab, (letter) => letter.charCodeAt(0)).reduce((sum, code) => sum + code, 0) % MAX_JITTER;
}
