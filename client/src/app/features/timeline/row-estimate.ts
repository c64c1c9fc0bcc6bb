import type { LinkPreview } from '../../core/graphql/model';
import type { Density } from '../../shared/ui/density/density-choice';
import { previewPicture } from './link-preview-picture';
import type { Attachment, TimelineMessage, TimelineRow } from './timeline.types';

interface Sizes {
  readonly line: number;
  readonly padding: number;
  readonly heading: number;
  readonly letter: number;
}

/** All in pixels, as the styles have it; what is wrong by some is put right once the row is drawn. */
const SIZES: Readonly<Record<Density, Sizes>> = {
  comfortable: { line: 23, padding: 6, heading: 31, letter: 7.2 },
  compact: { line: 20, padding: 2, heading: 26, letter: 6.7 },
};
/** From about so many lines on a message is folded. */
const MAX_LINES = 24;
const FOLDED = 440;
const MAX_TEXT_WIDTH = 736;
const BESIDE_TEXT = 150;

/** How tall a row will be that was never drawn. */
export function rowEstimate(row: TimelineRow, width: number, density: Density): number {
  switch (row.kind) {
    case 'day':
      return 52;
    case 'notice':
      return 37;
    case 'new':
    case 'replies':
      return 37;
    case 'message':
      return messageEstimate(row.message, width, SIZES[density]) + (row.first ? SIZES[density].heading : 0);
  }
}

/** There may be a hundred thousand messages, and one more is no reason to look at all the others again. */
const known = new WeakMap<
  TimelineMessage,
  { readonly width: number; readonly sizes: Sizes; readonly height: number }
>();

function messageEstimate(message: TimelineMessage, width: number, sizes: Sizes): number {
  const before = known.get(message);
  if (before?.width === width && before.sizes === sizes) return before.height;
  const height = heightOf(message, width, sizes);
  known.set(message, { width, sizes, height });
  return height;
}

function heightOf(message: TimelineMessage, width: number, { line, padding, letter }: Sizes): number {
  const { attachments, body, deleted } = message;
  if (deleted) return padding + line + ((message.startedThread?.messageCount ?? 0) > 0 ? 34 : 0);
  const lines = linesOf(body, Math.max(16, Math.min(MAX_TEXT_WIDTH, width - BESIDE_TEXT) / letter));
  const text = lines > MAX_LINES ? FOLDED : lines * line;
  return padding + text + filesHeight(attachments) + previewsHeight(message.linkPreviews) + besideHeight(message);
}

/** What it answers, what it is marked with, and what people reacted with. */
function besideHeight({ replyTo, pinned, viewerState, reactions, startedThread }: TimelineMessage): number {
  const above = (replyTo ? 26 : 0) + (pinned || viewerState.isSaved ? 18 : 0);
  return above + (reactions.length > 0 ? 32 : 0) + ((startedThread?.messageCount ?? 0) > 0 ? 34 : 0);
}

function linesOf(body: string, letters: number): number {
  if (body === '') return 0;
  let lines = 0;
  for (let from = 0; from <= body.length;) {
    const end = body.indexOf('\n', from);
    const length = (end === -1 ? body.length : end) - from;
    lines += Math.max(1, Math.ceil(length / letters));
    from = end === -1 ? body.length + 1 : end + 1;
  }
  return lines;
}

function previewsHeight(previews: readonly LinkPreview[]): number {
  return previews.reduce((height, preview) => {
    const picture = previewPicture(preview);
    const words = 64 + (preview.description === null ? 0 : 44);
    return height + 38 + (picture?.isWide ? words + Math.min(256, picture.height) : Math.max(words, picture ? 88 : 0));
  }, 0);
}

function filesHeight(files: readonly Attachment[]): number {
  const pictures = files.filter(({ view }) => view === 'picture');
  const [first] = pictures;
  const shown = pictures.length > 1 ? 192 : Math.min(320, first?.height ?? 0);
  return shown + (files.length - pictures.length) * 80 + (files.length > 0 ? 8 : 0);
}
