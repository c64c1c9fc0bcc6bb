// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { RoomArrangementFieldsFragmentDoc } from './feed-fragments';
import type {
  SetRoomOrderMutation,
  SetRoomOrderMutationVariables,
  CreateRoomSectionMutation,
  CreateRoomSectionMutationVariables,
  UpdateRoomSectionMutation,
  UpdateRoomSectionMutationVariables,
  DeleteRoomSectionMutation,
  DeleteRoomSectionMutationVariables,
  MoveRoomsMutation,
  MoveRoomsMutationVariables,
} from './types';

export const SetRoomOrderDocument = /* @__PURE__ */ operation<SetRoomOrderMutation, SetRoomOrderMutationVariables>(
  'SetRoomOrder',
  'mutation SetRoomOrder($input:SetRoomOrderInput!){setRoomOrder(input:$input){roomArrangement{...RoomArrangementFields}}}',
  [RoomArrangementFieldsFragmentDoc],
);
export const CreateRoomSectionDocument = /* @__PURE__ */ operation<
  CreateRoomSectionMutation,
  CreateRoomSectionMutationVariables
>(
  'CreateRoomSection',
  'mutation CreateRoomSection($input:CreateRoomSectionInput!){createRoomSection(input:$input){section{id}roomArrangement{...RoomArrangementFields}}}',
  [RoomArrangementFieldsFragmentDoc],
);
export const UpdateRoomSectionDocument = /* @__PURE__ */ operation<
  UpdateRoomSectionMutation,
  UpdateRoomSectionMutationVariables
>(
  'UpdateRoomSection',
  'mutation UpdateRoomSection($input:UpdateRoomSectionInput!){updateRoomSection(input:$input){roomArrangement{...RoomArrangementFields}}}',
  [RoomArrangementFieldsFragmentDoc],
);
export const DeleteRoomSectionDocument = /* @__PURE__ */ operation<
  DeleteRoomSectionMutation,
  DeleteRoomSectionMutationVariables
>(
  'DeleteRoomSection',
  'mutation DeleteRoomSection($input:DeleteRoomSectionInput!){deleteRoomSection(input:$input){roomArrangement{...RoomArrangementFields}}}',
  [RoomArrangementFieldsFragmentDoc],
);
export const MoveRoomsDocument = /* @__PURE__ */ operation<MoveRoomsMutation, MoveRoomsMutationVariables>(
  'MoveRooms',
  'mutation MoveRooms($input:MoveRoomsInput!){moveRooms(input:$input){roomArrangement{...RoomArrangementFields}}}',
  [RoomArrangementFieldsFragmentDoc],
);
