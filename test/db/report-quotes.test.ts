import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { deleteQuote, listReleasedQuotes, putQuote } from '#db/report-quotes.ts'
import { memoryDatabase, OPEN_ROUND, seedRound } from './fixtures.ts'

const roundId = OPEN_ROUND.id

test('a quote is released, released anew in other words, and taken back', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  await putQuote(db, { roundId, id: 'b', ruleId: 'one', extract: 'Words' })
  await putQuote(db, { roundId, id: 'a', ruleId: 'one', extract: 'More' })
  await putQuote(db, { roundId, id: 'b', ruleId: 'two', extract: 'Fewer' })
  expect(await listReleasedQuotes(db, roundId)).toEqual([
    { id: 'a', ruleId: 'one', extract: 'More' },
    { id: 'b', ruleId: 'two', extract: 'Fewer' },
  ])
  await deleteQuote(db, { roundId: 'another round', id: 'a' })
  await deleteQuote(db, { roundId, id: 'b' })
  expect(await listReleasedQuotes(db, roundId)).toHaveLength(1)
  expect(await listReleasedQuotes(db, 'another round')).toEqual([])
})

test('quotes have no hidden row number that would tell the order of their release', async () => {
  const db = await memoryDatabase()
  await expect(sql.raw('select rowid from report_quote').execute(db)).rejects.toThrow('no such column: rowid')
})
