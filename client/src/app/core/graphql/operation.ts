/** A GraphQL operation as text, which is smaller than a parsed document. The types of its answer and of its variables come from the schema. */
export interface Operation<T, V> {
  readonly name: string;
  readonly text: string;
  /** Is never there: it carries the types. */
  readonly types?: (variables: V) => T;
}

/** With all the fragments that it names. */
export function operation<T, V>(name: string, text: string, fragments: readonly string[] = []): Operation<T, V> {
  return { name, text: [text, ...fragments].join(' ') };
}
