// What is opened by those who want it: its code is loaded then, and not with what comes from index.ts.
export { DoNotDisturbMenu } from './do-not-disturb/do-not-disturb-menu';
