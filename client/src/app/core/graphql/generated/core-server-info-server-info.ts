// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import type { ServerQuery, ServerQueryVariables } from './types';

export const ServerInfoFieldsFragmentDoc =
  'fragment ServerInfoFields on ServerInfo{name accent{light dark}guests registration sendsEmail uploadMaxBytes messageMaxLength attachmentsMax messagesKeptDays}';
export const ServerDocument = /* @__PURE__ */ operation<ServerQuery, ServerQueryVariables>(
  'Server',
  'query Server{server{...ServerInfoFields}}',
  [ServerInfoFieldsFragmentDoc],
);
