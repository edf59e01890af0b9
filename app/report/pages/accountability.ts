import { type OwnershipRow, ownershipStrip } from '#app/charts/ownership-strip.ts'
import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import { currentRulebook } from '#app/diagnosis/rulebook.ts'
import { countInWords, likelyCount } from '#app/scoring/people-count.ts'
import type { Detail, LevelItemScore, RoundScores } from '#app/scoring/round-scores.ts'
import { figure } from '../blocks.ts'
import type { Block } from '../document.ts'
import type { PageResult, ReportInput } from '../report-input.ts'
import { tooFewWords } from '../shown.ts'

type OwnerDetail = Extract<Detail, { kind: 'owner' }>

/** An owner item as the senior team answered it. */
interface Owned {
  itemId: string
  score: LevelItemScore
  detail: OwnerDetail
}

/** Page 11: for every matter that needs an owner, whether the senior team names the same one. */
export function accountabilityPage(input: ReportInput): PageResult {
  const owned = ownedBySeniors(input.scores)
  if (owned.length === 0) {
    return { what: 'Accountability and decisions', why: tooFewWords(input.scores, 'senior leaders') }
  }
  return {
    id: 'accountability',
    title: titleOf(owned),
    blocks: chartBlocks(owned),
  }
}

function ownedBySeniors({ items }: RoundScores): Owned[] {
  return items.flatMap(({ itemId, byLevel }) => {
    const score = byLevel.senior
    return score?.kind === 'measured' && score.detail.kind === 'owner'
      ? [{ itemId, score, detail: score.detail }]
      : []
  })
}

function titleOf(owned: readonly Owned[]): string {
  const agreed = owned.filter(({ detail }) => detail.state === 'agreed').length
  const all = numberWord(owned.length)
  if (agreed === 0) return `For none of ${all} matters do most senior leaders name the same owner`
  const matters = agreed === owned.length ? `all ${all}` : `${numberWord(agreed)} of ${all}`
  return `For ${matters} matters most senior leaders name the same owner`
}

function chartBlocks(owned: readonly Owned[]): Block[] {
  return [
    figure(
      (width) => ownershipStrip(owned.map(rowOf), width, 'Who is said to own each matter, senior leaders'),
      'Agreed: most name the same role. Vacant: most name no single role. Contested: neither.',
    ),
  ]
}

function rowOf({ itemId, score, detail }: Owned): OwnershipRow {
  const parts = detail.options.map(({ label, people }) => ({
    label,
    count: likelyCount(people),
    shown: countInWords(people),
  }))
  const pooled = {
    label: 'others, each named by one person',
    count: detail.pooled,
    shown: String(detail.pooled),
  }
  // A single dissenter is not announced beside a count that is coded.
  return {
    label: capitalise(currentRulebook.subjects[itemId] ?? itemId),
    state: detail.state,
    parts: detail.pooled > 1 ? [...parts, pooled] : parts,
    n: score.n,
  }
}
