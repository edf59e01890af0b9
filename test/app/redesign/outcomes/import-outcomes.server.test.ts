import { expect, test } from 'vitest'
import { agreeDependency } from '#app/redesign/outcomes/agree-dependency.server.ts'
import { importOutcomes } from '#app/redesign/outcomes/import-outcomes.server.ts'
import { outcomeVolume } from '#app/redesign/outcomes/outcome-volume.ts'
import { writeOutcomes } from '#app/redesign/outcomes/write-outcomes.server.ts'
import { loadPlan } from '#db/plan-entries.ts'
import { memoryDatabase, seedRound } from '../../../db/fixtures.ts'

const ANNA = { engagementId: 'e-1', by: 'Anna Berg', on: '2026-03-02' }
const FILE = [
  'objective;objective_owner;key_result;target;due;dependencies',
  '"Orders go through at once";Sales;"Orders without a query from 62 % to 85 %";85 %;2026-06-30;"Data: extract | Legal"',
  '"Orders go through at once";Sales;"=1+1 % of returns down";;;',
  'A second outcome;;;;;',
].join('\n')

async function imported(text = FILE) {
  const db = await memoryDatabase()
  await seedRound(db)
  return { db, result: await importOutcomes(db, ANNA, text) }
}

test('a file becomes objectives with their key results', async () => {
  const { db, result } = await imported()
  expect(result).toEqual({ ok: true, added: 4, changed: 0 })
  const plan = await loadPlan(db, 'e-1')
  expect(plan.objective.map(({ content }) => content.outcome)).toEqual([
    'Orders go through at once',
    'A second outcome',
  ])
  expect(plan['key-result'][0]?.content).toMatchObject({
    objectiveId: plan.objective[0]?.id,
    due: '2026-06-30',
    dependencies: [
      { team: 'Data', needs: 'extract' },
      { team: 'Legal', needs: '' },
    ],
  })
})

test('what was exported comes back and changes nothing, a yes included', async () => {
  const { db } = await imported()
  const [entry] = (await loadPlan(db, 'e-1'))['key-result']
  const form = new FormData()
  for (const [name, value] of Object.entries({
    entry: entry?.id ?? '',
    revision: '1',
    index: '0',
    by: 'Dana',
  }))
    form.set(name, value)
  expect(await agreeDependency(db, ANNA, form)).toEqual({ ok: true })
  const plan = await loadPlan(db, 'e-1')
  expect(await importOutcomes(db, ANNA, writeOutcomes(plan))).toEqual({ ok: true, added: 0, changed: 0 })
  expect(await loadPlan(db, 'e-1')).toEqual(plan)
})

test('no line of the file is a formula to a spreadsheet', async () => {
  const { db } = await imported()
  expect(writeOutcomes(await loadPlan(db, 'e-1'))).toContain(`"'=1+1 % of returns down"`)
})

test('a file with one fault is not taken at all, and the line is named', async () => {
  const { db, result } = await imported(`${FILE}\nKeep the lights on;;;;;\nA third;;A result;;soon;`)
  expect(result).toMatchObject({ ok: false, faults: [{ line: 5 }, { line: 6 }] })
  expect((await loadPlan(db, 'e-1')).objective).toEqual([])
})

test('what is too much is said', async () => {
  const lines = ['a', 'b', 'c', 'd'].map((name) => `Outcome ${name} changes`)
  const { db } = await imported(['objective', ...lines].join('\n'))
  expect(outcomeVolume(await loadPlan(db, 'e-1'))).toEqual([
    expect.stringContaining('There are 4 objectives'),
  ])
})

test('a long file reads the plan once, not once a line', async () => {
  const statements: string[] = []
  const db = await memoryDatabase({ onStatement: (sql) => statements.push(sql) })
  await seedRound(db)
  const lines = Array.from({ length: 200 }, (_, at) => `Outcome ${at} changes,Orders ${at} from 1 % to 2 %`)
  const result = await importOutcomes(db, ANNA, ['objective,key_result', ...lines].join('\n'))
  expect(result).toEqual({ ok: true, added: 400, changed: 0 })
  const wholePlans = statements.filter((sql) => sql.startsWith('select *') && sql.includes('"plan_entry"'))
  expect(wholePlans).toHaveLength(1)
})

test('the same line twice is taken once, and what its second time says stands', async () => {
  const { db, result } = await imported(
    'objective;key_result;target\nOne outcome;A result from 1 % to 2 %;2 %\nOne outcome;A result from 1 % to 2 %;3 %',
  )
  expect(result).toEqual({ ok: true, added: 2, changed: 1 })
  const results = (await loadPlan(db, 'e-1'))['key-result']
  expect(results.map(({ content, revision }) => [content.target, revision])).toEqual([['3 %', 2]])
})
