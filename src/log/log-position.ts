/** Where the log stood when an operation began: whatever the operation reads afterwards is no older than this. */
export interface LogPosition {
  readonly position: number;
  readonly eventId: string;
}
