// What only some people open: its code is loaded then, and not with what index.ts names.
export { DoNotDisturbMenu } from './do-not-disturb/do-not-disturb-menu';
