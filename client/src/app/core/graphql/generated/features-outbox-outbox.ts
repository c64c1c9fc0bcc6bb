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
import type {
  SendMessageMutation,
  SendMessageMutationVariables,
  EditMessageMutation,
  EditMessageMutationVariables,
  DeleteMessageMutation,
  DeleteMessageMutationVariables,
  PinMessageMutation,
  PinMessageMutationVariables,
  UnpinMessageMutation,
  UnpinMessageMutationVariables,
} from './types';

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
export const EditMessageDocument = /* @__PURE__ */ operation<EditMessageMutation, EditMessageMutationVariables>(
  'EditMessage',
  'mutation EditMessage($input:EditMessageInput!){editMessage(input:$input){message{...ReadMessageFields}}}',
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
export const DeleteMessageDocument = /* @__PURE__ */ operation<DeleteMessageMutation, DeleteMessageMutationVariables>(
  'DeleteMessage',
  'mutation DeleteMessage($input:DeleteMessageInput!){deleteMessage(input:$input){message{...ReadMessageFields}}}',
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
export const PinMessageDocument = /* @__PURE__ */ operation<PinMessageMutation, PinMessageMutationVariables>(
  'PinMessage',
  'mutation PinMessage($input:PinMessageInput!){pinMessage(input:$input){message{...ReadMessageFields}}}',
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
export const UnpinMessageDocument = /* @__PURE__ */ operation<UnpinMessageMutation, UnpinMessageMutationVariables>(
  'UnpinMessage',
  'mutation UnpinMessage($input:UnpinMessageInput!){unpinMessage(input:$input){message{...ReadMessageFields}}}',
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
