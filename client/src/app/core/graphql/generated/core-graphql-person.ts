// Written by scripts/codegen.mjs.

export const PersonFieldsFragmentDoc =
  'fragment PersonFields on User{id username displayName kind createdAt avatarUrl}';
export const FaceFieldsFragmentDoc = 'fragment FaceFields on User{...PersonFields status{...StatusFields}}';
export const StatusFieldsFragmentDoc = 'fragment StatusFields on UserStatus{emoji text until}';
