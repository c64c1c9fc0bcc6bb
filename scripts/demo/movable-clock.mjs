/**
 * Loaded into the demo's server before anything else: whoever started it tells it what time it is, so that a week can pass in a minute.
 * Timers and what is measured go on as they are.
 */
const RealDate = Date;
let ahead = 0;

const now = () => RealDate.now() + ahead;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, parts, wanted) =>
    Reflect.construct(target, parts.length === 0 ? [now()] : parts, wanted === globalThis.Date ? target : wanted),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
RealDate.prototype.constructor = globalThis.Date;

process.on('message', ({ time }) => {
  ahead = time === null ? 0 : time - RealDate.now();
  process.send({ time });
});
// The channel alone keeps nobody alive.
process.channel?.unref();
