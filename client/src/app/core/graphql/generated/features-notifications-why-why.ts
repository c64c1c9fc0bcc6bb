// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { PushDeliveryFieldsFragmentDoc } from './features-notifications-notifications';
import type { WhyNotifiedQuery, WhyNotifiedQueryVariables } from './types';

export const WhyNotifiedDocument = /* @__PURE__ */ operation<WhyNotifiedQuery, WhyNotifiedQueryVariables>(
  'WhyNotified',
  'query WhyNotified($messageId:ID!){whyNotified(messageId:$messageId){isNotified reason keyword deliveries{...PushDeliveryFields}email{status at}}}',
  [PushDeliveryFieldsFragmentDoc],
);
