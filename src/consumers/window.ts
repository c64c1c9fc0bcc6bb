/** The events that were delivered and not yet acknowledged, by their places in the log. There are never more than are allowed. */
export class Window {
  private inFlight: number[] = [];

  constructor(private readonly most: number) {}

  /** How many more may be delivered. */
  get free(): number {
    return this.most - this.inFlight.length;
  }

  delivered(position: number): void {
    this.inFlight.push(position);
  }

  acknowledged(position: number): void {
    this.inFlight = this.inFlight.filter((delivered) => delivered > position);
  }
}
