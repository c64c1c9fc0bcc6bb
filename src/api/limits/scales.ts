import {
  type ArgumentNode,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { MAX_LEVELS, tooComplex, tooDeep } from './too-complex.js';
import { countOfValues } from './values.js';

const MAX_ALIAS_LENGTH = 64;
/** A fragment within another is no level of the answer, but a call of those who walk through it. */
const MAX_NESTED_FRAGMENTS = 100;

/** What a selection holds; a fragment counts as what is in it, wherever it is spread. */
export interface Weight {
  readonly levels: number;
  readonly fields: number;
  /** Fields that are asked for again count as well: they are as many, and validation compares each with each. */
  readonly aliases: number;
  readonly directives: number;
  /** Those that are written into the document, and not into variables. */
  readonly values: number;
}

interface Place {
  readonly level: number;
  readonly fragments: number;
  /** The names that this selection answers with so far, those of its inline fragments among them. */
  readonly answered: Set<string>;
}

const NOTHING: Weight = { levels: 0, fields: 0, aliases: 0, directives: 0, values: 0 };

/** Weighs what a document selects: each fragment once, however often it is spread, so that a bomb of fragments costs nothing. */
export class Scales {
  private readonly known = new Map<string, Weight>();

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  ofOperation(selections: SelectionSetNode, directives: readonly DirectiveNode[]): Weight {
    return sum(this.ofSelections(selections, atTheTop()), ofDirectives(directives));
  }

  ofFragment({ name, selectionSet, directives }: FragmentDefinitionNode, place = atTheTop()): Weight {
    const known = this.known.get(name.value);
    if (known) return known;
    // Nothing while it is being weighed: a fragment within itself is for validation to refuse.
    this.known.set(name.value, NOTHING);
    const weight = sum(this.ofSelections(selectionSet, place), ofDirectives(directives));
    this.known.set(name.value, weight);
    return weight;
  }

  private ofSelections({ selections }: SelectionSetNode, place: Place): Weight {
    // Cut off on the way down: with a call for each level, a stranger would say how high the stack is.
    if (place.level > MAX_LEVELS || place.fragments > MAX_NESTED_FRAGMENTS) throw tooDeep();
    return selections.reduce((weight, selection) => sum(weight, this.ofSelection(selection, place)), NOTHING);
  }

  private ofSelection(selection: SelectionNode, place: Place): Weight {
    const own = ofDirectives(selection.directives);
    const within = { ...place, fragments: place.fragments + 1 };
    if (selection.kind === Kind.FIELD) return sum(own, this.ofField(selection, place));
    if (selection.kind === Kind.INLINE_FRAGMENT) return sum(own, this.ofSelections(selection.selectionSet, within));
    const fragment = this.fragments.get(selection.name.value);
    return fragment ? sum(own, this.ofFragment(fragment, { ...within, answered: new Set() })) : own;
  }

  private ofField({ alias, name, arguments: given = [], selectionSet }: FieldNode, place: Place): Weight {
    // The answer repeats it in every entry of a list.
    if (alias && alias.value.length > MAX_ALIAS_LENGTH)
      throw tooComplex(`an alias has at most ${String(MAX_ALIAS_LENGTH)} characters`);
    const answer = (alias ?? name).value;
    const aliases = alias || place.answered.has(answer) ? 1 : 0;
    place.answered.add(answer);
    const below = { ...place, level: place.level + 1, answered: new Set<string>() };
    const inner = selectionSet ? this.ofSelections(selectionSet, below) : NOTHING;
    const own = { levels: inner.levels + 1, fields: inner.fields + 1, aliases: inner.aliases + aliases };
    return { ...inner, ...own, values: inner.values + valuesOf(given) };
  }
}

function atTheTop(): Place {
  return { level: 1, fragments: 0, answered: new Set() };
}

function ofDirectives(directives: readonly DirectiveNode[] = []): Weight {
  if (directives.length === 0) return NOTHING;
  const values = directives.reduce((count, { arguments: given = [] }) => count + valuesOf(given), 0);
  return { ...NOTHING, directives: directives.length, values };
}

function valuesOf(given: readonly ArgumentNode[]): number {
  return given.reduce((count, { value }) => count + countOfValues(value), 0);
}

function sum(one: Weight, other: Weight): Weight {
  return {
    levels: Math.max(one.levels, other.levels),
    fields: one.fields + other.fields,
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    values: one.values + other.values,
  };
}
