import { expect } from 'vitest';
import type { Person } from './person.js';

export const REPORT_MESSAGE =
  'mutation ($id: ID!, $reason: String!) { reportMessage(input: { messageId: $id, reason: $reason }) { ok } }';
const REPORT = `id reason body fileNames messageId roomId roomName closedAt actions author { id } reporter { id } closedBy { id }`;
export const CLOSE_REPORT = `mutation ($input: CloseReportInput!) { closeReport(input: $input) { report { ${REPORT} } } }`;
export const REPORTS = `query ($roomId: ID, $state: ReportState, $first: Int, $after: Cursor) {
  reports(roomId: $roomId, state: $state, first: $first, after: $after) {
    totalCount nodes { ${REPORT} } pageInfo { hasNextPage endCursor } } }`;
const COUNTS = 'query ($id: ID!) { viewer { openReportCount } room(id: $id) { openReportCount } }';
const NOTICES = '{ viewer { notices { nodes { kind roomName messageId words } } } }';

interface Place {
  readonly id: string;
}

export interface ReportAnswer {
  readonly id: string;
  readonly reason: string;
  readonly body: string;
  readonly fileNames: readonly string[];
  readonly messageId: string;
  readonly roomId: string;
  readonly roomName: string;
  readonly closedAt: string | null;
  readonly actions: readonly string[];
  readonly author: Place;
  readonly reporter: Place;
  readonly closedBy: Place | null;
}

export interface ReportPage {
  readonly totalCount: number;
  readonly nodes: readonly ReportAnswer[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export async function reports(who: Person, { id }: Place, reason = 'Unkind'): Promise<void> {
  expect(await who.asks(REPORT_MESSAGE, { id, reason })).toEqual({ reportMessage: { ok: true } });
}

/** Of a room, or with null of the whole server. */
export async function reportsIn(who: Person, room: Place | null, page: object = {}): Promise<ReportPage> {
  return (await who.asks<{ reports: ReportPage }>(REPORTS, { roomId: room?.id ?? null, ...page })).reports;
}

/** The only one that is open. */
export async function openReport(who: Person, room: Place): Promise<ReportAnswer> {
  const { nodes } = await reportsIn(who, room);
  const [report] = nodes;
  if (!report || nodes.length > 1) throw new Error(`${String(nodes.length)} reports are open.`);
  return report;
}

export async function closes(
  who: Person,
  { id }: Place,
  actions: readonly string[] = [],
  warning: string | null = null,
): Promise<ReportAnswer> {
  const input = { reportId: id, actions, warning };
  return (await who.asks<{ closeReport: { report: ReportAnswer } }>(CLOSE_REPORT, { input })).closeReport.report;
}

/** How many somebody could deal with: everywhere, and in a room; null there where they do not look after it. */
export async function openCounts(who: Person, { id }: Place): Promise<[number, number | null]> {
  const { viewer, room } = await who.asks<{
    viewer: { openReportCount: number };
    room: { openReportCount: number | null } | null;
  }>(COUNTS, { id });
  return [viewer.openReportCount, room?.openReportCount ?? null];
}

export async function noticesOf(who: Person): Promise<readonly object[]> {
  return (await who.asks<{ viewer: { notices: { nodes: object[] } } }>(NOTICES)).viewer.notices.nodes;
}
