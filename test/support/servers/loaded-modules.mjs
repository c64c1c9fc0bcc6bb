// Preloaded into a server: tells, when asked, the address of every module that was loaded since.
import { registerHooks } from 'node:module';

const loaded = [];
registerHooks({
  load(url, context, next) {
    loaded.push(url);
    return next(url, context);
  },
});
process.on('message', (question) => {
  if (question === 'loaded modules') process.send?.(loaded);
});
process.channel?.unref();
