import { randomId } from './random-id';

/** One nonce for as long as the same is sent: where the answer was lost, the next try is answered instead of being done again. */
export class NonceOfTries {
  private last: { readonly said: string; readonly nonce: string } | null = null;

  of(input: object): string {
    const said = JSON.stringify(input);
    if (this.last?.said !== said) this.last = { said, nonce: randomId() };
    return this.last.nonce;
  }

  /** There was an answer. What was sent may be a password, which is not kept longer than needed. */
  forget(): void {
    this.last = null;
  }
}
