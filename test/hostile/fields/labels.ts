import { readForms } from '#scripts/visit/read-forms.ts'
import type { HostileItem } from '../corpus.ts'
import { LIMITS, label, refusedBy, short, tidyName } from '../expected.ts'
import { guarded } from '../guarded.ts'
import { changedTables, query, rowCounts } from '../oracles/store.ts'
import type { Run } from '../run.ts'
import {
  closeRound,
  createEngagement,
  enterAsLead,
  handIn,
  hostileInstrument,
  importLeads,
  linksOf,
  openRound,
  takeInQuestionnaire,
} from '../steps.ts'
import { inert } from '../surfaces/pages.ts'
import { judgeReport } from '../surfaces/report.ts'
import { main, sectionOf } from './answers.ts'
import { judgeMail, judgeTables } from './label-files.ts'

/** Every hostile label names everything that has a name: client, department, role, lead, job, round, questionnaire, theme, brand, mail. */
export async function runLabels(run: Run, items: readonly HostileItem[]): Promise<void> {
  for (const [index, item] of items.entries()) {
    const words = tidyName(item.text ?? '')
    const unfit = refusedBy(item.expect) || words === '' || words.length > LIMITS.name
    const judged = () => (unfit ? judgeRefusal(run, item) : judgeNames(run, item, { index, words }))
    await guarded(run, [item], judged)
  }
  await takeBrandOff(run)
}

interface Named {
  index: number
  words: string
}

async function judgeRefusal(run: Run, item: HostileItem): Promise<void> {
  const { consultant } = run.world
  const before = await rowCounts(run.world.databasePath)
  const fields: [string, string][] = [
    ['clientName', item.text ?? ''],
    ['departments', ''],
    ['roles', ''],
  ]
  const reply = await consultant.post('/engagements/new', fields)
  const code = item.expect.find((one) => one.startsWith('reject-')) ?? main(item)
  run.tally.judge(item, code, [400, 422].includes(reply.status), `the name was met with ${reply.status}`)
  const changed = changedTables(before, await rowCounts(run.world.databasePath))
  run.tally.judge(item, code, changed.length === 0, `rows changed in ${changed.join(', ')}`)
  const seen = await run.watcher.lookAt(reply.text, `${run.world.server.baseUrl}/engagements/new`)
  inert(run, item, seen.faults, 'the form of an engagement')
  for (const one of item.expect)
    if (one !== code) run.tally.waive(item, one, 'It has no place as a name: it is empty or too long.')
}

async function judgeNames(run: Run, item: HostileItem, { index, words }: Named): Promise<void> {
  const { consultant, databasePath } = run.world
  const listed = words.length <= LIMITS.listed
  const [department, role] = listed ? [words, words] : ['Other', 'Other']
  const engagement = await createEngagement(consultant, {
    clientName: item.text ?? '',
    departments: [department, 'Sales'],
    roles: [role, 'Sales', 'Chief'],
  })
  const [stored] = await query(databasePath, 'select * from engagement where id = ?', engagement.slice(13))
  const names = [String(stored?.client_name), String(stored?.departments), String(stored?.roles)]
  run.tally.judge(
    item,
    main(item),
    names[0] === label(item.text ?? ''),
    `the client is stored as ${short(names[0] ?? '')}`,
  )
  const both = listed && words !== 'Sales'
  if (both) {
    const kept = [names[1], names[2]].every(
      (list) => list?.includes(JSON.stringify(words)) && list.includes('"Sales"'),
    )
    run.tally.judge(item, main(item), kept, 'a department or role is stored otherwise')
    if (item.expect.includes('distinct')) await judgeDistinct(run, item, engagement, words)
  }
  await judgeBrand(run, item, words)
  await judgeRound(run, item, { engagement, index, words, department, role })
}

/** Two names that look alike stay two, and the page says that they do. */
async function judgeDistinct(run: Run, item: HostileItem, engagement: string, words: string): Promise<void> {
  const page = await run.watcher.look(run.world.server.baseUrl + engagement)
  run.tally.judge(
    item,
    'distinct',
    page.text.includes(words) && page.text.includes('Sales'),
    'one of the two is gone',
  )
  run.tally.judge(
    item,
    'distinct',
    /look(?:s)? alike/i.test(page.text),
    'no warning that two names look alike',
  )
}

async function judgeBrand(run: Run, item: HostileItem, words: string): Promise<void> {
  const { consultant, server } = run.world
  const room = words.length <= LIMITS.listed
  const fields: [string, string][] = [
    ['name', room ? words : 'A brand'],
    ['colour', '#0b4f5c'],
    ['footer', words],
  ]
  const reply = await consultant.press(await consultant.open('/brand'), fields, 'save')
  run.tally.judge(item, main(item), reply.status === 303, `as a brand it was met with ${reply.status}`)
  const seen = await run.watcher.look(`${server.baseUrl}/brand`)
  run.tally.judge(item, main(item), seen.values.includes(words), 'the brand does not show it')
  inert(run, item, seen.faults, 'the page of the brand')
}

async function takeBrandOff(run: Run): Promise<void> {
  const { consultant } = run.world
  const page = await consultant.open('/brand')
  if (page.text.includes('value="remove"')) await consultant.submit(page, [], 'remove')
}

interface NamedRound extends Named {
  engagement: string
  department: string
  role: string
}

async function judgeRound(run: Run, item: HostileItem, named: NamedRound): Promise<void> {
  const { consultant, server } = run.world
  const { engagement, index, words, department, role } = named
  const people = Array.from({ length: 6 }, (_, at) => ({
    name: at === 0 ? words : `Xq ${at}`,
    email: `label${index}-${at}@names.example`,
    level: at % 2 === 0 ? ('senior' as const) : ('department' as const),
    department,
    title: words,
  }))
  const after = await importLeads(consultant, engagement, people)
  run.tally.judge(
    item,
    main(item),
    after.path === engagement,
    `the roster was met with ${after.path} ${after.status}`,
  )
  const instrument = hostileInstrument({ title: words, wording: words, option: words })
  const instrumentKey = await takeInQuestionnaire(consultant, instrument)
  const round = await openRound(consultant, engagement, { title: words, instrumentKey })
  const links = await linksOf(consultant, round)
  run.tally.judge(item, main(item), links.size === 6, `links.csv leads ${links.size} of 6 people`)
  for (const path of [
    engagement,
    round,
    `${round}/links`,
    `${round}/letters`,
    `${round}/mail`,
    `${round}/preview`,
  ]) {
    const seen = await run.watcher.look(server.baseUrl + path)
    inert(run, item, seen.faults, path.replace(/[0-9a-f-]{36}/g, '…'))
    run.tally.judge(
      item,
      main(item),
      seen.text.includes(words) || seen.values.some((one) => one.includes(words)),
      `${path} does not show it`,
    )
  }
  await judgeMail(run, item, { round, email: people[0]?.email ?? '', words })
  for (const [at, person] of people.entries()) {
    const lead = await enterAsLead(server.baseUrl, links.get(person.email) ?? '')
    await answerWithNames(run, lead, at, role)
    if (at === 0) await judgeLeadPages(run, item, lead, words)
    await handIn(lead)
  }
  await closeRound(consultant, round)
  await nameTheme(run, item, round, words)
  await judgeTables(run, item, round, words)
  await judgeReport(run, { round, values: [{ item, words }], standing: true })
}

async function answerWithNames(
  run: Run,
  lead: Awaited<ReturnType<typeof enterAsLead>>,
  at: number,
  role: string,
) {
  const priorities = sectionOf(run.instrument, 'priorities')
  await lead.post(`/answer/${priorities}`, [
    ['priorities.revision', '0'],
    ['priorities.1', `Line ${at % 2}`],
    ['go', 'back'],
  ])
  const owners = sectionOf(run.instrument, 'owns-outcome')
  const page = await lead.get(`/answer/${owners}`)
  const offered = readForms(page.text).flatMap(({ controls }) => controls)
  const choice = offered.find(({ name, label: beside }) => name === 'owns-outcome' && beside === role)
  await lead.post(`/answer/${owners}`, [
    ['owns-outcome.revision', '0'],
    ['owns-outcome', choice?.value ?? 'nobody'],
    ['go', 'back'],
  ])
}

async function judgeLeadPages(
  run: Run,
  item: HostileItem,
  lead: Awaited<ReturnType<typeof enterAsLead>>,
  words: string,
) {
  const { watcher, world } = run
  await watcher.enter(lead)
  for (const path of ['/answer', `/answer/${sectionOf(run.instrument, 'one-fix')}`, '/answer/review']) {
    const seen = await watcher.look(world.server.baseUrl + path)
    run.tally.judge(item, main(item), seen.text.includes(words), `${path} does not show it`)
    inert(run, item, seen.faults, path)
  }
  await watcher.enter(world.consultant)
}

async function nameTheme(run: Run, item: HostileItem, round: string, words: string): Promise<void> {
  const { consultant, server } = run.world
  await consultant.open(`${round}/themes`)
  const bench = await consultant.open(`${round}/themes/priorities`)
  const line = readForms(bench.text)
    .flatMap(({ controls }) => controls)
    .find(({ name }) => name === 'line')?.value
  const name = words.slice(0, LIMITS.theme)
  const reply = await consultant.press(
    bench,
    [
      ['line', line ?? ''],
      ['theme', 'new'],
      ['name', name],
    ],
    'move',
  )
  run.tally.judge(item, main(item), reply.status === 303, `as a theme it was met with ${reply.status}`)
  const seen = await run.watcher.look(`${server.baseUrl}${round}/themes/priorities`)
  const shown = seen.values.includes(name.trim()) || seen.text.includes(name.trim())
  run.tally.judge(item, main(item), shown, 'the bench does not show the theme')
  inert(run, item, seen.faults, 'the bench')
}
