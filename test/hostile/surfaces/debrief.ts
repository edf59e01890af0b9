import { randomUUID } from 'node:crypto'
import { LIMITS, short } from '../expected.ts'
import { main } from '../fields/answers.ts'
import type { Run } from '../run.ts'
import { inert, judgeDirection } from './pages.ts'
import type { ReportValue } from './report.ts'

/** What a room takes down as its decision, and the pages that it looks at: the debrief, the vote and the plan. */
export async function judgeDebrief(run: Run, round: string, values: readonly ReportValue[]): Promise<void> {
  const { consultant, server } = run.world
  const said = values.filter(({ words }) => words.trim() !== '' && words.length <= LIMITS.planLine)
  for (const { item, words } of said) {
    const decision: [string, string][] = [
      ['entry', randomUUID()],
      ['revision', '0'],
      ['ruleId', ''],
      ['wording', words],
      ['owner', words],
      ['due', ''],
    ]
    const reply = await consultant.post(`${round}/debrief`, decision)
    run.tally.judge(item, main(item), reply.status === 303, `as a decision it was met with ${reply.status}`)
  }
  for (const page of ['debrief', 'revote']) {
    const seen = await run.watcher.look(`${server.baseUrl}${round}/${page}`)
    for (const { item, words } of said) {
      inert(run, item, seen.faults, page)
      if (page === 'debrief') {
        const isThere = seen.values.filter((value) => value === words.trim()).length >= 2
        run.tally.judge(item, main(item), isThere, `the debrief does not show ${short(words)}`)
      }
      await judgeDirection(run, item, words, page)
    }
  }
}
