// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import {
  ReadMessageFieldsFragmentDoc,
  TimelineMessageFieldsFragmentDoc,
  MessageFieldsFragmentDoc,
  FileFieldsFragmentDoc,
  QuoteFieldsFragmentDoc,
  LinkPreviewFieldsFragmentDoc,
} from './feed-fragments';
import { FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc } from './core-graphql-person';
import type { SendMessageMutation, SendMessageMutationVariables } from './types';

export const SendMessageDocument = /* @__PURE__ */ operation<SendMessageMutation, SendMessageMutationVariables>(
  'SendMessage',
  'mutation SendMessage($input:SendMessageInput!){sendMessage(input:$input){message{...ReadMessageFields}}}',
  [
    ReadMessageFieldsFragmentDoc,
    TimelineMessageFieldsFragmentDoc,
    MessageFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
    FileFieldsFragmentDoc,
    QuoteFieldsFragmentDoc,
    LinkPreviewFieldsFragmentDoc,
  ],
);
