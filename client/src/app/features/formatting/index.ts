export { formatAskedFor } from './format-tools';
export { type Format, toggled } from './formatting';
export { FormattingBar } from './formatting-bar';
export { FormattingChoice } from './formatting-choice';
export { MessagePreview } from './message-preview';
