export { emojiFrom } from './emoji.js';
export { withFewMarks, withoutPiles } from './marks.js';
export { foldName, visibleName } from './names.js';
export { searchedIn, searchTextOf } from './search.js';
export { textWithin, verbatimWithin } from './text.js';
export { timeZoneFrom } from './time-zone.js';
