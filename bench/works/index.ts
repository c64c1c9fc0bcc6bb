import { changedPerson } from './changed-person.js';
import { connect } from './connect.js';
import { consumer } from './consumer.js';
import { badges, jump, openThread } from './conversation.js';
import { fanOutOfOne, fanOutOfSixteen } from './fan-out.js';
import { growthOfAudience, growthOfHistory } from './growth.js';
import { history } from './history.js';
import { hostile } from './hostile.js';
import { invitation } from './invitation.js';
import { loneSend } from './lone-send.js';
import { manyRoomsOfOne, manyRoomsOfSixteen } from './many-rooms.js';
import { memory } from './memory.js';
import { reaction } from './reaction.js';
import { resident } from './resident.js';
import { search } from './search.js';
import { sends } from './sends.js';
import { slowDisk, slowDiskSends } from './slow-disk.js';
import { storm } from './storm.js';
import { streams } from './streams.js';
import { unconcerned } from './unconcerned.js';
import type { Work } from './work.js';

/** Works that stand in one table. */
export interface Section {
  readonly title: string;
  readonly works: readonly Work[];
}

const SECTIONS: readonly Section[] = [
  {
    title: 'Deliveries',
    works: [
      fanOutOfOne,
      fanOutOfSixteen,
      manyRoomsOfOne,
      manyRoomsOfSixteen,
      unconcerned,
      reaction,
      changedPerson,
      consumer,
      streams,
    ],
  },
  { title: 'Sends', works: [sends, loneSend] },
  { title: 'A slow disk', works: [slowDisk, slowDiskSends] },
  { title: 'Coming and reading', works: [connect, storm, history, badges, openThread, jump, search, invitation] },
  { title: 'Memory', works: [memory, resident] },
  { title: 'Attacks', works: [hostile] },
  { title: 'Growth', works: [growthOfAudience, growthOfHistory] },
];

export const WORKS = SECTIONS.flatMap(({ works }) => works);

/** Those of some works, in which nothing else stands. */
export function sectionsOf(works: readonly Work[]): Section[] {
  return SECTIONS.map((section) => ({ ...section, works: section.works.filter((work) => works.includes(work)) }));
}

export function workNamed(name: string): Work {
  const work = WORKS.find((candidate) => candidate.name === name);
  if (!work) throw new Error(`There is no work "${name}", only ${WORKS.map((known) => known.name).join(', ')}.`);
  return work;
}
