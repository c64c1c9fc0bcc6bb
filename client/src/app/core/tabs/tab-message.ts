/** A time during which one tab leads. A later one has a higher term. */
export interface Leadership {
  readonly term: number;
  readonly tab: string;
}

/** What the tabs of one browser say to each other. */
export type TabMessage =
  /** Is there a leader? `heard` is the one that this tab knows of. */
  | { readonly kind: 'ping'; readonly from: string; readonly heard: Leadership | null }
  /** There is, and it is awake. */
  | { readonly kind: 'leads'; readonly leader: Leadership }
  /** To whoever leads. */
  | { readonly kind: 'asks'; readonly from: string; readonly topic: string; readonly body: unknown }
  | LeaderSays;

/** From the leader: to one tab, or to all where `to` is null. */
export interface LeaderSays {
  readonly kind: 'says';
  readonly leader: Leadership;
  readonly to: string | null;
  /** How many it has said to all in this term, this one included. */
  readonly count: number;
  readonly topic: string;
  readonly body: unknown;
}
