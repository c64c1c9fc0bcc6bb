import { oncePer, query } from '../../database/index.js';

/** One statement for many stretches of a room's events of some kinds: which stretch a row is of stands in `stretch`. */
export const stretchesOfEvents = oncePer((stretches: number, kinds: number) => {
  const one = `select * from (
      select cast(? as integer) as stretch, event.* from event
      where room_id = ? and seq > ? and seq < ? and type in (${Array<string>(kinds).fill('?').join(', ')})
      order by seq desc limit ?
    ) as one`;
  return query(`${Array<string>(stretches).fill(one).join(' union all ')} order by stretch, seq`);
});
