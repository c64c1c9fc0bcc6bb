import { hovers } from './hovers';

/**
 * Where focus goes when what held it is gone: to the box that one writes in. On a touch screen its keyboard would cover
 * half of the room; there it goes to the messages.
 */
export function focusWriting(): void {
  const place = hovers() ? 'message-box' : 'messages';
  document.getElementById(place)?.focus({ preventScroll: true });
}
