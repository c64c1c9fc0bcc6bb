import { z } from 'zod';

const link = z.object({ html_url: z.string(), title: z.string().catch(''), number: z.number().catch(0) });
const comment = z.object({ html_url: z.string(), body: z.string().catch('') });

/** What is read of GitHub's events: https://docs.github.com/en/webhooks/webhook-events-and-payloads. */
const payload = z.object({
  action: z.string().catch(''),
  sender: z.object({ login: z.string() }).catch({ login: 'Somebody' }),
  repository: z.object({ full_name: z.string(), html_url: z.string() }).nullable().catch(null),
  ref: z.string().catch(''),
  compare: z.string().catch(''),
  deleted: z.boolean().catch(false),
  commits: z.array(z.object({ id: z.string(), message: z.string(), url: z.string() })).catch([]),
  issue: link.nullable().catch(null),
  pull_request: link
    .extend({ merged: z.boolean().catch(false) })
    .nullable()
    .catch(null),
  comment: comment.nullable().catch(null),
  review: comment
    .extend({ state: z.string().catch('') })
    .nullable()
    .catch(null),
  release: z.object({ html_url: z.string(), tag_name: z.string() }).nullable().catch(null),
  workflow_run: z
    .object({ html_url: z.string(), name: z.string(), conclusion: z.string().nullable() })
    .nullable()
    .catch(null),
});

type Payload = z.infer<typeof payload>;

const MAX_COMMITS = 5;
const MAX_QUOTE = 300;

/** What GitHub tells of, in a sentence or two; null where it is not worth a message, or not known here. */
export function githubText(event: string, posted: unknown): string | null {
  const { success, data } = payload.safeParse(posted);
  if (!success) return null;
  const say = Object.hasOwn(SENTENCES, event) ? SENTENCES[event] : undefined;
  const said = say?.(data) ?? null;
  return said === null || data.repository === null
    ? said
    : `[${data.repository.full_name}](${data.repository.html_url}) ${said}`;
}

const SENTENCES: Readonly<Record<string, (payload: Payload) => string | null>> = {
  push: ({ sender, ref, commits, compare, deleted }) => {
    const branch = ref.replace(/^refs\/(heads|tags)\//, '');
    if (deleted) return `${sender.login} deleted \`${branch}\`.`;
    if (commits.length === 0) return null;
    const count = commits.length === 1 ? 'a commit' : `${String(commits.length)} commits`;
    const shown = commits
      .slice(-MAX_COMMITS)
      .map(({ id, message, url }) => `- [\`${id.slice(0, 7)}\`](${url}) ${firstLine(message)}`);
    return [`${sender.login} pushed [${count}](${compare}) to \`${branch}\`.`, ...shown].join('\n');
  },
  issues: ({ sender, action, issue }) =>
    issue && ['opened', 'closed', 'reopened'].includes(action)
      ? `${sender.login} ${action} the issue ${named(issue)}.`
      : null,
  pull_request: ({ sender, action, pull_request: pull }) => {
    if (!pull) return null;
    if (action === 'ready_for_review')
      return `${sender.login} marked the pull request ${named(pull)} as ready for review.`;
    if (!['opened', 'closed', 'reopened'].includes(action)) return null;
    const done = action === 'closed' && pull.merged ? 'merged' : action;
    return `${sender.login} ${done} the pull request ${named(pull)}.`;
  },
  issue_comment: ({ sender, action, issue, comment }) =>
    issue && comment && action === 'created'
      ? `${sender.login} [commented](${comment.html_url}) on ${named(issue)}:\n${quoted(comment.body)}`
      : null,
  pull_request_review: ({ sender, action, pull_request: pull, review }) =>
    pull && review && action === 'submitted'
      ? `${sender.login} [reviewed](${review.html_url}) ${named(pull)}: ${review.state.replaceAll('_', ' ')}.`
      : null,
  release: ({ sender, action, release }) =>
    release && action === 'published'
      ? `${sender.login} published the release [${release.tag_name}](${release.html_url}).`
      : null,
  workflow_run: ({ action, workflow_run: run }) =>
    run && action === 'completed'
      ? `The workflow [${run.name}](${run.html_url}) has finished: ${run.conclusion?.replaceAll('_', ' ') ?? 'unknown'}.`
      : null,
};

function named({ number, title, html_url: url }: z.infer<typeof link>): string {
  return `[#${String(number)} ${title}](${url})`;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function quoted(text: string): string {
  const short = text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE).toWellFormed()}…` : text;
  return `> ${short.replaceAll('\r', '').replaceAll('\n', '\n> ')}`;
}
