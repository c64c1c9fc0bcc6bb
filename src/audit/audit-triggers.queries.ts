/** What refuses to change or remove an entry. */
export const REFUSE_TRIGGER = "select raise(abort, 'The audit log is only ever added to.')";
