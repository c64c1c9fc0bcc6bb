import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';
import { MAX_ROOM_SECTIONS, MAX_SECTION_NAME_LENGTH } from '../../rules/index.js';
import { newId } from '../../runtime/index.js';
import { foldName, visibleName } from '../../text/index.js';
import { NoPlaceForSection, SectionNameTaken, SectionNotFound, TooManySections } from './arrangement.errors.js';
import type { UpdateRoomSectionInput } from './arrangement.inputs.js';
import {
  ADD_SECTION,
  EMPTY_SECTION,
  PLACE_SECTION,
  REMOVE_SECTION,
  RENAME_SECTION,
  SECTIONS_OF,
} from './arrangement.queries.js';

interface Section {
  readonly id: string;
  readonly name: string;
  readonly place: number;
}

export function sectionNameFrom(text: string): string {
  return visibleName('name', text, MAX_SECTION_NAME_LENGTH);
}

/** The sections of somebody's list of rooms, for a change that holds the person. */
@Injectable()
export class RoomSections {
  /** The one that has this name, but for case; a new one at the end where there is none. */
  async named(tx: Transaction, userId: string, name: string): Promise<{ id: string; isNew: boolean }> {
    const all = await this.of(tx, userId);
    const standing = all.find((section) => foldName(section.name) === foldName(name));
    if (standing) return { id: standing.id, isNew: false };
    if (all.length >= MAX_ROOM_SECTIONS) throw new TooManySections(MAX_ROOM_SECTIONS);
    const id = newId();
    await tx.rows(ADD_SECTION, [id, userId, name, (all.at(-1)?.place ?? -1) + 1]);
    return { id, isNew: true };
  }

  /** False where all of it is so already. */
  async update(tx: Transaction, userId: string, input: UpdateRoomSectionInput): Promise<boolean> {
    const all = await this.of(tx, userId);
    const section = all.find(({ id }) => id === input.sectionId);
    if (!section) throw new SectionNotFound();
    const isRenamed = await rename(tx, all, section, input.name ?? null);
    return (await place(tx, all, section, input.place ?? null)) || isRenamed;
  }

  async remove(tx: Transaction, userId: string, sectionId: string): Promise<true> {
    await this.assertOwn(tx, userId, sectionId);
    await tx.rows(EMPTY_SECTION, [sectionId, userId]);
    await tx.rows(REMOVE_SECTION, [sectionId]);
    return true;
  }

  async assertOwn(tx: Transaction, userId: string, sectionId: string): Promise<void> {
    if (!(await this.of(tx, userId)).some(({ id }) => id === sectionId)) throw new SectionNotFound();
  }

  private of(tx: Transaction, userId: string): Promise<Section[]> {
    return tx.rows<Section>(SECTIONS_OF, [[userId]]);
  }
}

async function rename(
  tx: Transaction,
  all: readonly Section[],
  { id, name: before }: Section,
  wanted: string | null,
): Promise<boolean> {
  if (wanted === null) return false;
  const name = sectionNameFrom(wanted);
  if (name === before) return false;
  if (all.some((other) => other.id !== id && foldName(other.name) === foldName(name))) throw new SectionNameTaken(name);
  await tx.rows(RENAME_SECTION, [name, id]);
  return true;
}

async function place(
  tx: Transaction,
  all: readonly Section[],
  section: Section,
  wanted: number | null,
): Promise<boolean> {
  if (wanted === null) return false;
  if (wanted < 0) throw new NoPlaceForSection();
  const others = all.filter(({ id }) => id !== section.id);
  const ordered = others.toSpliced(wanted, 0, section);
  if (ordered.every(({ id }, index) => id === all[index]?.id)) return false;
  for (const [index, { id }] of ordered.entries()) await tx.rows(PLACE_SECTION, [index, id]);
  return true;
}
