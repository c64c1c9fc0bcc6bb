import type { RowOffsets } from './row-offsets';

/** Rows that stand together, the first of them being their heading: a day, in a room. */
export interface RowSection {
  /** The row of its heading, and the row after its last one. */
  readonly start: number;
  readonly end: number;
}

export interface RenderedRow {
  readonly index: number;
  /** How much room the rows take that are left out between this one and the one before. */
  readonly before: number;
}

export interface RenderedSection extends RowSection {
  readonly before: number;
  readonly rows: readonly RenderedRow[];
  /** Of the rows after the last one here. */
  readonly after: number;
}

export interface RenderedList {
  readonly sections: readonly RenderedSection[];
  readonly after: number;
}

/** Puts the rows that are rendered into their sections, whose headings are always there, with the room of all that is left out between them. */
export function renderedList(
  sections: readonly RowSection[],
  offsets: RowOffsets,
  indexes: readonly number[],
): RenderedList {
  const rendered: RenderedSection[] = [];
  let edge = 0;
  let next = 0;
  for (const section of sections) {
    if ((indexes[next] ?? Infinity) >= section.end) continue;
    const before = offsets.top(section.start) - edge;
    const rows: RenderedRow[] = [];
    edge = offsets.top(section.start + 1);
    for (let index = indexes[next]; index !== undefined && index < section.end; index = indexes[(next += 1)]) {
      if (index === section.start) continue;
      rows.push({ index, before: offsets.top(index) - edge });
      edge = offsets.top(index + 1);
    }
    const after = offsets.top(section.end) - edge;
    edge = offsets.top(section.end);
    rendered.push({ ...section, before, rows, after });
  }
  return { sections: rendered, after: offsets.total - edge };
}

/** Whether the page has to change. */
export function isSameList(a: RenderedList, b: RenderedList): boolean {
  return a.after === b.after && sameEach(a.sections, b.sections, isSameSection);
}

function isSameSection(a: RenderedSection, b: RenderedSection): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.before === b.before &&
    a.after === b.after &&
    sameEach(a.rows, b.rows, (one, other) => one.index === other.index && one.before === other.before)
  );
}

function sameEach<T>(a: readonly T[], b: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return other !== undefined && isSame(one, other);
    })
  );
}
