/** The id of the room in whose row of the list something is; null outside of all. */
export function roomAt(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest('[data-room]')?.getAttribute('data-room') ?? null) : null;
}
