import { connect } from './connect.js';
import { fanOutOfOne, fanOutOfSixteen } from './fan-out.js';
import { growthOfAudience, growthOfHistory } from './growth.js';
import { history } from './history.js';
import { hostile } from './hostile.js';
import { manyRooms } from './many-rooms.js';
import { memory } from './memory.js';
import { resident } from './resident.js';
import { sends } from './sends.js';
import { storm } from './storm.js';
import { unconcerned } from './unconcerned.js';
import type { Work } from './work.js';

export const WORKS: readonly Work[] = [
  fanOutOfOne,
  fanOutOfSixteen,
  manyRooms,
  sends,
  connect,
  history,
  memory,
  resident,
  storm,
  hostile,
  unconcerned,
  growthOfAudience,
  growthOfHistory,
];

export function workNamed(name: string): Work {
  const work = WORKS.find((candidate) => candidate.name === name);
  if (!work) throw new Error(`There is no work "${name}", only ${WORKS.map((known) => known.name).join(', ')}.`);
  return work;
}
