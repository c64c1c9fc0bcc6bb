// What server and client both go by. Nothing in here imports anything: both of them build these files.
export * from './accent.js';
export * from './keywords.js';
export * from './lengths.js';
export * from './member-rights.js';
export * from './message-rights.js';
export * from './notifying.js';
export * from './search-fold.js';
export * from './usernames.js';
