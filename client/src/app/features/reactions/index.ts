export { MessageReactions } from './message-reactions';
export { ReactionPicking } from './reaction-picking';
export { ReactionsStore } from './reactions.store';
export { type ShownReaction, shownReactions } from './shown-reactions';
