// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { PersonFieldsFragmentDoc } from './core-graphql-person';
import type {
  ReportsQuery,
  ReportsQueryVariables,
  ReportEventsSubscription,
  ReportEventsSubscriptionVariables,
  ReportMessageMutation,
  ReportMessageMutationVariables,
  CloseReportMutation,
  CloseReportMutationVariables,
} from './types';

export const ReportFieldsFragmentDoc =
  'fragment ReportFields on Report{id createdAt reason messageId roomId roomName body fileNames closedAt actions author{...PersonFields}reporter{...PersonFields}closedBy{...PersonFields}}';
export const ReportsDocument = /* @__PURE__ */ operation<ReportsQuery, ReportsQueryVariables>(
  'Reports',
  'query Reports($roomId:ID$state:ReportState$after:Cursor){viewer{eventCursor}reports(roomId:$roomId state:$state first:25 after:$after){nodes{...ReportFields}pageInfo{hasNextPage endCursor}totalCount}}',
  [ReportFieldsFragmentDoc, PersonFieldsFragmentDoc],
);
export const ReportEventsDocument = /* @__PURE__ */ operation<
  ReportEventsSubscription,
  ReportEventsSubscriptionVariables
>(
  'ReportEvents',
  'subscription ReportEvents($after:Cursor!){events(after:$after){event{...on ReportsChanged{roomId}}}}',
  [],
);
export const ReportMessageDocument = /* @__PURE__ */ operation<ReportMessageMutation, ReportMessageMutationVariables>(
  'ReportMessage',
  'mutation ReportMessage($input:ReportMessageInput!){reportMessage(input:$input){ok}}',
  [],
);
export const CloseReportDocument = /* @__PURE__ */ operation<CloseReportMutation, CloseReportMutationVariables>(
  'CloseReport',
  'mutation CloseReport($input:CloseReportInput!){closeReport(input:$input){report{...ReportFields}}}',
  [ReportFieldsFragmentDoc, PersonFieldsFragmentDoc],
);
