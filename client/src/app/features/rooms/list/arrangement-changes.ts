import type { ArrangementChange } from './arrangement-change';

/** Undefined leaves the rooms in their sections; null takes them out. */
export function withRoomsMoved(roomIds: readonly string[], sectionId: string | null | undefined): ArrangementChange {
  const moved = new Set(roomIds);
  const isOther = (id: string): boolean => !moved.has(id);
  return ({ order, sections, ownOrder }) => ({
    order,
    ownOrder: [...roomIds, ...ownOrder.filter(isOther)],
    sections:
      sectionId === undefined
        ? sections
        : sections.map((section) => {
            const others = section.roomIds.filter(isOther);
            return { ...section, roomIds: section.id === sectionId ? [...others, ...roomIds] : others };
          }),
  });
}

export function withSectionPlaced(sectionId: string, place: number): ArrangementChange {
  return (arrangement) => {
    const section = arrangement.sections.find(({ id }) => id === sectionId);
    if (!section) return arrangement;
    const others = arrangement.sections.filter(({ id }) => id !== sectionId);
    return { ...arrangement, sections: others.toSpliced(place, 0, section) };
  };
}

export function withoutSection(sectionId: string): ArrangementChange {
  return (arrangement) => ({ ...arrangement, sections: arrangement.sections.filter(({ id }) => id !== sectionId) });
}
