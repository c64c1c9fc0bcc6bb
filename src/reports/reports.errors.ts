import { Refusal } from '../errors/index.js';

export class NotAllowedToReport extends Refusal {
  constructor(sentence: string) {
    super('FORBIDDEN', sentence);
  }
}

export class NotYoursToSee extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Only administrators, and the owner and moderators of the room, can see reports.');
  }
}

export class ReportNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'Report not found.', { field: 'reportId' });
  }
}
