import type { RoomArrangement } from '../../../core/graphql/model';

/** What the viewer does to their list, as it shows before the server has answered. */
export type ArrangementChange = (arrangement: RoomArrangement) => RoomArrangement;
