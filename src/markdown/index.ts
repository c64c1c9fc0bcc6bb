// What a message is, as docs/markdown.md says: read by the server, which finds whom it names, and by the client, which shows it.
export type {
  Alignment,
  Block,
  CodeBlock,
  Inline,
  Link,
  List,
  ListItem,
  Mention,
  Shortcodes,
  Table,
} from './message-tree.js';
export { findAddresses } from './find-addresses.js';
export { hasNameSign } from './find-names.js';
export { namesIn, withMentions } from './mentions.js';
export { type Message, readMessage } from './read-message.js';
export { showsNothing } from './shows-nothing.js';
export { characterAt, characterBefore, isFormulaCharacter, isWordCharacter } from './word-boundaries.js';
