import { hovers } from './hovers';

/**
 * Where focus goes when what held it is gone: to the box that one writes in. On a touch screen its keyboard would cover
 * half of the room; there it goes to the messages. Where two conversations are on the page, the prefix of its ids tells which is meant.
 */
export function focusWriting(prefix = ''): void {
  const place = hovers() ? 'message-box' : 'messages';
  const box = document.getElementById(prefix + place) ?? document.querySelector<HTMLElement>(`[id$="${place}"]`);
  box?.focus({ preventScroll: true });
}
