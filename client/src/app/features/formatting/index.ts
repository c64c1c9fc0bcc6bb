export { FormattedBox } from './formatted-box';
export { FormattingBar } from './formatting-bar';
export { FormattingChoice } from './formatting-choice';
export { FormattingToggles } from './formatting-toggles';
export { MessagePreview } from './message-preview';
