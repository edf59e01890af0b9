import type { ItemCoding } from '#app/themes/coding/item-coding.ts'
import { proposalQuestion } from '#app/themes/coding/proposal-question.ts'
import { takeProposal } from '#app/themes/coding/take-proposal.ts'
import type { ProposalQuestion, ThemeProposer } from '#app/themes/proposal.ts'
import { proposedTheme } from '#app/themes/theme.ts'
import type { LabelledQuestion } from './labelled-question.ts'
import { ACTIONS, countActions, playSession, type Session } from './play-session.ts'

/** One session a question, each from the proposal for its lines. */
export async function executivesSessions(
  questions: readonly LabelledQuestion[],
  proposer: ThemeProposer,
  glossary: ProposalQuestion['glossary'] = [],
): Promise<{ questionId: string; session: Session }[]> {
  const sessions: { questionId: string; session: Session }[] = []
  for (const question of questions) {
    let made = 0
    const start = uncoded(question)
    const background = { question: question.text, glossary, known: [] }
    const proposal = await proposer.propose(proposalQuestion(start, background))
    const coding = takeProposal(start, proposal, () => `theme-${++made}`)
    const labels = new Map(question.lines.map(({ id, theme }) => [id, theme]))
    sessions.push({ questionId: question.id, session: playSession(coding, labels) })
  }
  return sessions
}

/** A table of what was done, beside what starting from scratch would have taken. */
export function sessionWords(sessions: readonly { questionId: string; session: Session }[]): string {
  const rows = ACTIONS.map(
    (action) => [action, ...sessions.map(({ session }) => session.actions[action])] as const,
  )
  const totals = sessions.map(({ session }) => countActions(session))
  const scratch = sessions.map(({ session }) => session.joinsFromScratch)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const line = (label: string, numbers: readonly number[]) =>
    `${label.padEnd(28)}${[...numbers, sum(numbers)].map((number) => String(number).padStart(8)).join('')}`
  const head = `${''.padEnd(28)}${[...sessions.map(({ questionId }) => questionId), 'all'].map((id) => id.slice(0, 7).padStart(8)).join('')}`
  return [
    head,
    line(
      'lines',
      sessions.map(({ session }) => session.lines),
    ),
    ...rows.map(([action, ...numbers]) => line(action, numbers)),
    line('actions', totals),
    line('joins from scratch', scratch),
    `share ${(sum(totals) / sum(scratch)).toFixed(2)} of the joins from scratch (target: at most 0.50)`,
  ].join('\n')
}

function uncoded({ id: itemId, lines }: LabelledQuestion): ItemCoding {
  return {
    itemId,
    themes: lines.map(({ id, text }) => proposedTheme({ id: `alone-${id}`, itemId, name: text })),
    lines: lines.map(({ id, person, text }, position) => ({
      id,
      submissionId: person,
      itemId,
      position,
      text,
      themeId: `alone-${id}`,
    })),
    apart: [],
    proposal: null,
  }
}
