import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import { currentRulebook } from '#app/diagnosis/rulebook.ts'
import { type DraftForum, draftRhythm } from '#app/redesign/rhythm/draft-rhythm.ts'
import { listed } from '#app/rounds/count-words.ts'
import { paragraph, plain, said, table } from '../blocks.ts'
import type { Block, ReportPage, Sentence } from '../document.ts'
import { countermeasureBlocks, forumBlocks, outcomeBlocks, rolloutBlocks } from '../plan/plan-blocks.ts'
import type { PageResult, ReportInput } from '../report-input.ts'

/**
 * Page 17: the meetings that the team has set up, with what they are there to reach; before it has, those that the findings ask
 * for, filled as far as the answers fill them.
 */
export function rhythmToInstallPage(input: ReportInput): PageResult {
  return settledPage(input) ?? draftPage(input)
}

function settledPage({ plan, issuedOn }: ReportInput): ReportPage | null {
  if (!plan) return null
  const forums = forumBlocks(plan)
  const outcomes = outcomeBlocks(plan)
  const rollout = [...rolloutBlocks(plan, issuedOn), ...countermeasureBlocks(plan)]
  if (forums.length + outcomes.length + rollout.length === 0) return null
  return {
    id: 'rhythm-to-install',
    title: 'The system that is to run: meetings, results, rollout',
    blocks: [...forums, ...outcomes, ...rollout],
  }
}

function draftPage({ scores, diagnosis }: ReportInput): PageResult {
  const forums = draftRhythm(scores, diagnosis)
  if (forums.length === 0) {
    const why =
      diagnosis.verdict.kind === 'not-enough-answers'
        ? 'too few people answered to judge it'
        : 'no sure finding asks for another rhythm'
    return { what: 'The rhythm to install', why }
  }
  return {
    id: 'rhythm-to-install',
    title: titleOf(forums),
    blocks: [tableBlock(forums), paragraph(reasonSentence(forums), plain(START_WORDS))],
  }
}

const START_WORDS =
  'Begin with the senior team’s own meetings and keep to them for a month before anybody else is asked to.'

function titleOf(forums: readonly DraftForum[]): string {
  const meetings = `${numberWord(forums.length)} ${forums.length === 1 ? 'meeting' : 'meetings'}`
  const open = forums.filter(({ owner }) => owner === null).length
  if (open === 0) return `${capitalise(meetings)} to install, each with an owner that the answers name`
  if (open === forums.length)
    return `${capitalise(meetings)} to install, and no owner that the answers agree on`
  return `${capitalise(meetings)} to install; for ${numberWord(open)} of them the owner is still to be named`
}

function tableBlock(forums: readonly DraftForum[]): Block {
  const row = (label: string, cell: (forum: DraftForum) => string) => [label, ...forums.map(cell)]
  return table(
    'Draft rhythm of the leadership',
    ['', ...forums.map(({ name }) => name)].map((label) => label || 'What'),
    [
      row('Is there to', ({ purpose }) => `${purpose}.`),
      row('Owner', ownerWords),
      row('Answers', ({ asks }) => asks.join(' ')),
      row('Ends with', ({ ends }) => `${ends}.`),
      row('Stops being', ({ stops }) => `${capitalise(stops.map(({ words }) => words).join('; '))}.`),
      row('Does now', ({ now }) => (now ? `${now.words} (${now.said})` : 'No answer has a majority')),
    ],
  )
}

function ownerWords({ owner, ownerItem }: DraftForum): string {
  const matter = currentRulebook.subjects[ownerItem] ?? ownerItem
  return owner
    ? `${owner.role}: named by ${owner.said} for ${matter}`
    : `To be named: nobody is agreed on for ${matter}`
}

/** "Asked for: weekly by “Escalation avoidance”; monthly by “Weak focus”." */
function reasonSentence(forums: readonly DraftForum[]): Sentence {
  const words = forums.map(
    ({ name, stops }) => `${name.toLowerCase()} by ${listed(stops.map((stop) => `“${stop.name}”`))}`,
  )
  const stops = forums.flatMap((forum) => forum.stops)
  return said(
    `Asked for: ${words.join('; ')}.`,
    distinct(stops.map(({ ruleId }) => ruleId)).join(', '),
    distinct(stops.map((stop) => `“${stop.name}” is ${stop.certainty}`)).join('; '),
  )
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)]
}
