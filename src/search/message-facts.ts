import { findAddresses } from '../markdown/index.js';

/** What filters ask of the words of a message. */
export function hasLink(body: string): boolean {
  return /https?:\/\/|www\./i.test(body) && findAddresses(body).some(({ href }) => href.startsWith('http'));
}

/** What filters ask of its files, by their media types. */
export function hasImage(mediaTypes: readonly string[]): boolean {
  return mediaTypes.some((mediaType) => mediaType.startsWith('image/'));
}
