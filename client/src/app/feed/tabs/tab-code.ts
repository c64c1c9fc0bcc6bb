// What is loaded when there is a second tab: a first visit waits for none of it.
export { withConversations } from '../snapshot/snapshot';
export { followLeader, LeaderLine } from './feed-line';
export { chatStateOf, conversationOf, tabStateOf } from './tab-state';
