import type { EntityClass } from '@mikro-orm/core';
import type { Dialect } from './dialect.js';

/** SQL that all databases take, or what makes it of the words of one. */
type Text = string | ((sql: Dialect) => string);

/** A statement of a feature, written once for every database. Its text is made once for each of them. */
export function query(text: Text): Query {
  return new Query(text);
}

/** The same for whole entities: the text is what stands behind `where`, and may go on with an order and a limit. */
export function entityQuery<Entity extends object>(entity: EntityClass<Entity>, text: Text): EntityQuery<Entity> {
  return new EntityQuery(entity, text);
}

/** Queries that are alike but for how many of something they ask for: each is made once, so that it stays prepared. */
export function oncePer<Shape extends readonly (number | boolean)[], Made extends Query | EntityQuery<object>>(
  make: (...shape: Shape) => Made,
): (...shape: Shape) => Made {
  const known = new Map<string, Made>();
  return (...shape) => {
    const key = shape.join();
    const made = known.get(key) ?? make(...shape);
    if (!known.has(key)) {
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(key, made);
    }
    return made;
  };
}

/** Some shapes are asked for all the time, and hundreds once in a while. */
const MAX_KNOWN = 100;

class Written {
  private readonly texts = new Map<Dialect['name'], string>();

  constructor(private readonly text: Text) {}

  /** The text for one database. */
  textIn(dialect: Dialect): string {
    const known = this.texts.get(dialect.name);
    if (known !== undefined) return known;
    const written = typeof this.text === 'string' ? this.text : this.text(dialect);
    const text = dialect.numbered(written);
    this.texts.set(dialect.name, text);
    return text;
  }
}

export class Query extends Written {
  readonly isWhole = true;
}

export class EntityQuery<Entity extends object> extends Written {
  readonly isWhole = false;

  constructor(
    readonly entity: EntityClass<Entity>,
    text: Text,
  ) {
    super(text);
  }
}
