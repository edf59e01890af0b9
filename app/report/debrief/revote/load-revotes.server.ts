import { isVotable, type Revote, smallestVote } from '#app/answers/revote/revote.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import type { Instrument, Item } from '#app/questionnaire/instrument.ts'
import { findItem, itemsOf } from '#app/questionnaire/items.ts'
import { type Findings, findingsOf } from '#app/redesign/plan/load-findings.server.ts'
import { overWithAnswers } from '#app/rounds/by-days.ts'
import type { Engagement } from '#app/rounds/engagement.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import type { Round } from '#app/rounds/round.ts'
import { compareVote, type Voter } from '#app/scoring/compare-vote.ts'
import { loadScoreInput } from '#app/scoring/load-score-input.server.ts'
import { listRevotes, listVoters, listVotes } from '#db/revotes.ts'
import type { Db } from '#db/schema.ts'
import { foundationOf, isFreeToPublish } from '../../freeze.server.ts'
import { type LevelVoteWords, levelVoteWords, votedWords } from './vote-words.ts'

type Asking = Pick<RequestContext, 'db' | 'principal'>

export interface OpenVote {
  id: string
  wording: string
  voted: string
}

export interface ClosedVote {
  id: string
  wording: string
  closedOn: string
  levels: LevelVoteWords[]
  /** Nothing of it was shown, so that it may be thrown away and the item asked again. */
  isEmpty: boolean
}

export interface VotesPage {
  roundId: string
  roundTitle: string
  clientName: string
  open: OpenVote | null
  closed: ClosedVote[]
  /** What may be asked again, by subject. */
  choices: { itemId: string; construct: string; wording: string }[]
}

/** A round that is over and whose answers are there, or 404. */
export async function roundToVoteOn(context: Asking, id: string | undefined) {
  const owned = await ownedRound(context, id)
  if (overWithAnswers([owned.round]).length === 0) throw new Response(null, { status: 404 })
  return owned
}

/** Everything about the votes of a round: the open one, what came of the others, and what else may be asked. */
export async function loadRevotes(context: Asking, id: string | undefined): Promise<VotesPage> {
  const { round, engagement } = await roundToVoteOn(context, id)
  const { db } = context
  const findings = await findingsOf(db, engagement, round)
  const votes = await listRevotes(db, round.id)
  const open = votes.find(({ state }) => state === 'open')
  const closed = votes.filter(({ state }) => state === 'closed')
  return {
    roundId: round.id,
    roundTitle: round.title,
    clientName: engagement.clientName,
    open: open ? await openVote(db, round, open, findings.instrument) : null,
    closed: await Promise.all(closed.map((vote) => closedVote(db, { round, engagement }, vote, findings))),
    choices: itemsToAsk(findings)
      .filter(({ id: itemId }) => !votes.some((vote) => vote.itemId === itemId))
      .map(({ id: itemId, construct, wording }) => ({ itemId, construct, wording })),
  }
}

/** Items that one touch answers and of which the report shows something. */
export function itemsToAsk({ instrument, scores }: Pick<Findings, 'instrument' | 'scores'>): Item[] {
  const shown = scores.items.filter(({ byLevel }) =>
    Object.values(byLevel).some((result) => result?.kind === 'measured'),
  )
  return itemsOf(instrument).filter(
    (item) => isVotable(item) && shown.some(({ itemId }) => itemId === item.id),
  )
}

async function openVote(
  db: Db,
  round: Round,
  { id, itemId }: Revote,
  instrument: Instrument,
): Promise<OpenVote> {
  const item = findItem(instrument, itemId)
  const voters = await listVoters(db, { revoteId: id, roundId: round.id })
  return { id, wording: item?.wording ?? itemId, voted: countWords(voters, item, round) }
}

/** What the room may know of how many have voted so far. */
export function countWords(
  voters: readonly Voter[],
  item: Item | undefined,
  round: Pick<Round, 'smallestGroup'>,
): string {
  const asked = voters.filter(({ level }) => item?.levels.includes(level))
  const voted = asked.filter((voter) => voter.voted).length
  return votedWords({ voted, asked: asked.length }, smallestVote(round))
}

/**
 * What came of a vote. The figure of the round stands beside it as the report has it; where answers have gone since that was
 * published, it is left out, because the two together would tell whose.
 */
async function closedVote(
  db: Db,
  { round, engagement }: { round: Round; engagement: Engagement },
  { id, itemId, closedOn }: Revote,
  { instrument, scores }: Findings,
): Promise<ClosedVote> {
  const item = findItem(instrument, itemId)
  const wording = item?.wording ?? itemId
  const page = { id, wording, closedOn: closedOn ?? '' }
  if (!item) return { ...page, levels: [], isEmpty: true }
  const input = await loadScoreInput(db, round, engagement)
  const isFree = await isFreeToPublish(db, round, foundationOf(input))
  const votes = await listVotes(db, id)
  const voters = await listVoters(db, { revoteId: id, roundId: round.id })
  const compared = compareVote(input, { item, votes, voters })
  const before = scores.items.find((score) => score.itemId === itemId)
  const levels = compared.map((vote) =>
    isFree
      ? levelVoteWords(vote, before?.byLevel[vote.level] ?? null)
      : levelVoteWords({ ...vote, change: NOT_COMPARED }, null),
  )
  return { ...page, levels, isEmpty: compared.every(({ now }) => now.kind === 'too-few') }
}

const NOT_COMPARED = { kind: 'not-comparable' as const, reasons: [] }
