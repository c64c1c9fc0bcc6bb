/** With which token requests and connections come. */
export interface Tokens {
  /** Null for a visitor. */
  current(): Promise<string | null>;
  /** To be called when the server has refused this one: gets the next one. Throws where there is none. */
  replace(refused: string | null): Promise<void>;
}
