import { ROUTE_TABLE, type RouteEntry } from '#app/http/route-table.ts'
import type { SeededClient } from '#test/helpers/seeded-client.ts'

/** The addresses of a route with every id that a client of ours has for its parameters. */
export function addressesOf({ path }: Pick<RouteEntry, 'path'>, client: SeededClient): string[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  return names.reduce(
    (paths, name) =>
      paths.flatMap((made) => idsFor(name, path, client).map((id) => made.replace(`:${name}`, id))),
    [path],
  )
}

const CHARTS = ['answer-first-1.svg', 'answer-first-1.png']
const EXPORTS = ['aggregates.xlsx', 'items.csv', 'answers.csv', 'answers.xlsx', 'lines.csv']

function idsFor(name: string, path: string, client: SeededClient): string[] {
  if (name === 'engagementId') return [client.engagementId]
  if (name === 'leadId') return client.leadIds.slice(0, 2)
  if (name === 'roundId') return Object.values(client.rounds)
  if (name === 'participationId') return client.participationIds.slice(0, 2)
  if (name === 'entryId') return ['new', ...entryIdsFor(path, client)]
  if (name === 'itemId') return ['priorities', 'stops', 'dependencies']
  if (name === 'pageId') return ['answer-first', 'diagnosis']
  if (name === 'file') return path.includes('/charts/') ? CHARTS : EXPORTS
  if (name === 'brandId') return ['no-such-brand']
  if (name === 'questionnaireId') return ['quick-scan@1']
  if (name === 'language') return ['de']
  if (name === 'format') return ['yaml', 'json']
  if (name === 'sectionId') return client.sectionIds
  if (name === 'token' && /^\/(join|reset)\//.test(path)) return ['no-such-invitation']
  if (name === 'token') return path.startsWith('/p/') ? client.linkTokens.slice(0, 1) : [client.shareToken]
  throw new Error(`${path} has a parameter that no test fills in: ${name}`)
}

const PLAN_PAGES = {
  '/plan/priorities/': 'priority',
  '/plan/not-now/': 'not-now',
  '/plan/rights/': 'right',
  '/plan/rhythm/': 'forum',
  '/plan/outcomes/objectives/': 'objective',
  '/plan/outcomes/key-results/': 'key-result',
  '/plan/rollout/stages/': 'stage',
  '/plan/rollout/countermeasures/': 'countermeasure',
  '/plan/decisions/': 'decision',
} as const

function entryIdsFor(path: string, { planEntryIds }: SeededClient): string[] {
  return Object.entries(PLAN_PAGES).flatMap(([part, kind]) =>
    path.includes(part) ? [planEntryIds[kind]] : [],
  )
}

/** The addresses behind a guard that name something of the client's. */
export function addressesAbout(client: SeededClient, guard: RouteEntry['guard'] = 'consultant'): string[] {
  // Questionnaires are the workspace's, not a client's.
  const entries = ROUTE_TABLE.filter(
    (entry) =>
      entry.guard === guard && entry.path.includes(':') && !entry.path.startsWith('/questionnaires/'),
  )
  return entries.flatMap((entry) => addressesOf(entry, client))
}

/** What the pages' own forms would send about a client, all intents and ids at once and one by one. */
export function formsAbout(client: SeededClient): URLSearchParams[] {
  const ids = {
    participationId: client.participationIds[0] ?? '',
    share: client.shareIds[0] ?? '',
    line: client.lineIds[0] ?? '',
    entry: client.planEntryIds.right,
    theme: client.themeIds[0] ?? '',
    [`name:${client.themeIds[0]}`]: 'Taken over',
  }
  const details = {
    clientName: 'Taken over',
    departments: 'Taken over',
    roles: 'Taken over',
    name: 'Taken over',
    email: 'taken@over.test',
    level: 'senior',
    departmentId: '',
    jobTitle: '',
    title: 'Taken over',
    instrumentKey: 'quick-scan@1',
    opensOn: '2026-03-02',
    closesOn: '2026-03-13',
    privacyMode: 'open',
    smallestGroup: '4',
    list: 'name,email,level\nTaken Over,taken@over.test,senior',
    days: '90',
    target: 'answer-first:title',
    kind: 'text',
    'text.answer-first:title': 'Taken over',
    'hide.answer-first:figure': '1',
    extract: 'Taken over',
    finding: 'two-camps',
    read: '1',
    keepUntil: '2026-06-30',
    revision: '1',
    situation: 'Taken over',
    owner: 'Taken over',
    signedBy: 'Taken over',
    signedOn: '2026-03-02',
  }
  const intents = [
    'open',
    'close',
    'invite',
    'remove',
    'import',
    'publish',
    'share',
    'revoke',
    'move',
    'rename',
    'lock',
    'reopen',
    'start',
    'save',
    'keep',
    'drop',
    'release',
    'withdraw',
    'restore',
    'archive',
    'unarchive',
    'leave',
    'return',
    'erase',
    'delete',
    'sign',
  ]
  return ['', ...intents].map((intent) => new URLSearchParams({ ...details, ...ids, intent }))
}
