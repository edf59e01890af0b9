import { describe, expect, test } from 'vitest'
import { rhythmToInstallPage } from '#app/report/pages/rhythm-to-install.ts'
import { isPage } from '#app/report/report-input.ts'
import { emptyScores, scoresWith } from '#test/helpers/scores.ts'
import { simulatedReport } from '#test/helpers/simulated-round.ts'
import { reportInput } from '../report-input-of.ts'

describe('the rhythm to install', () => {
  test('is left out where no sure finding asks for it, with the reason', () => {
    expect(rhythmToInstallPage(reportInput(scoresWith()))).toEqual({
      what: 'The rhythm to install',
      why: 'no sure finding asks for another rhythm',
    })
    expect(rhythmToInstallPage(reportInput(emptyScores()))).toMatchObject({
      why: 'too few people answered to judge it',
    })
  })

  test('has a column for each meeting that is asked for, and a reason for each', () => {
    const { scores, diagnosis } = simulatedReport({ profile: 'levels-apart', seniors: 9, departments: 12 })
    const page = rhythmToInstallPage(reportInput(scores, { diagnosis }))
    if (!isPage(page)) throw new Error(page.why)
    const table = page.blocks.find((block) => block.kind === 'table')
    const reasons = page.blocks.find((block) => block.kind === 'paragraph')
    if (table?.kind !== 'table' || reasons?.kind !== 'paragraph') throw new Error('no table or no reasons')
    const [reason] = reasons.sentences
    for (const { label } of table.columns.slice(1)) expect(reason?.text).toContain(label.toLowerCase())
    expect(reason?.source?.rule).toBeTruthy()
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
  })
})
