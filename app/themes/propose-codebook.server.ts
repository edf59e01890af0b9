import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import { applyChange, findCodebook, insertCodebook, listKnownThemes } from '#db/codebooks.ts'
import { findStepToUndo, insertCodingStep } from '#db/coding-steps.ts'
import { listGlossary } from '#db/glossaries.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { findRoundEngagementId } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { listSubmissions } from '#db/submissions.ts'
import { themedItems, uncodedItem } from './assemble-codebook.ts'
import { changeBetween } from './coding/change.ts'
import type { ItemCoding } from './coding/item-coding.ts'
import { type Background, proposalQuestion, withKnownNames } from './coding/proposal-question.ts'
import { takeProposal } from './coding/take-proposal.ts'
import { type EditResult, whileOpen } from './edit-codebook.server.ts'
import { findItemCoding, findItemCodings } from './find-coding.server.ts'
import type { ThemeProposer } from './proposal.ts'

/** Proposes the themes of a closed round, once: what a person has sorted since is never undone. */
export async function proposeCodebook(
  db: Kysely<Database>,
  roundId: string,
  proposer: ThemeProposer,
): Promise<void> {
  const items = themedItems(await instrumentOfRound(db, roundId))
  const submissions = await listSubmissions(db, roundId)
  const background = await backgroundOf(db, roundId)
  const codings: ItemCoding[] = []
  for (const { id } of items) {
    const coding = uncodedItem(id, submissions, randomUUID)
    codings.push(await proposed(coding, background(id), proposer))
  }
  await inTransaction(db, async (transaction) => {
    if ((await findCodebook(transaction, roundId)) !== null) return
    const themes = codings.flatMap((coding) => coding.themes)
    await insertCodebook(transaction, roundId, { themes, lines: codings.flatMap(({ lines }) => [...lines]) })
    for (const coding of codings) {
      const change = changeBetween({ ...coding, proposal: null }, coding)
      await applyChange(transaction, { roundId, itemId: coding.itemId, change })
    }
  })
}

/** Lays better proposals over the items on which nobody has taken a step yet. That itself is no step: it is the start. */
export async function improveProposals(
  db: Kysely<Database>,
  roundId: string,
  proposer: ThemeProposer,
): Promise<void> {
  const background = await backgroundOf(db, roundId)
  for (const { itemId, ...coding } of await findItemCodings(db, roundId)) {
    const asked = background(itemId)
    const question = proposalQuestion({ itemId, ...coding }, asked)
    const proposal = withKnownNames(await proposer.propose(question), asked.known)
    await whileOpen(db, { roundId }, async (transaction) => {
      if ((await findStepToUndo(transaction, { roundId, itemId })) !== null) return { ok: true }
      const before = await findItemCoding(transaction, roundId, itemId)
      const change = changeBetween(before, takeProposal(before, proposal, randomUUID))
      await applyChange(transaction, { roundId, itemId, change })
      return { ok: true }
    })
  }
}

/** Asks again for what nobody has confirmed: one step an item, which can be undone like any other. */
export async function proposeAgain(
  db: Kysely<Database>,
  { roundId, itemIds, coder, today }: { roundId: string; itemIds: string[]; coder: string; today: string },
  proposer: ThemeProposer,
): Promise<EditResult> {
  const background = await backgroundOf(db, roundId)
  const codings = await findItemCodings(db, roundId)
  for (const itemId of itemIds) {
    const coding = codings.find((candidate) => candidate.itemId === itemId)
    if (!coding) continue
    const asked = background(itemId)
    const proposal = withKnownNames(await proposer.propose(proposalQuestion(coding, asked)), asked.known)
    const result = await whileOpen(db, { roundId }, async (transaction) => {
      const before = await findItemCoding(transaction, roundId, itemId)
      const change = changeBetween(before, takeProposal(before, proposal, randomUUID))
      await applyChange(transaction, { roundId, itemId, change })
      const words = 'new suggestions'
      await insertCodingStep(transaction, { roundId, itemId, words, coder, takenOn: today, change })
      return { ok: true }
    })
    if (!result.ok) return result
  }
  return { ok: true }
}

async function proposed(coding: ItemCoding, asked: Background, proposer: ThemeProposer): Promise<ItemCoding> {
  if (coding.lines.length === 0) return coding
  const proposal = await proposer.propose(proposalQuestion(coding, asked))
  return takeProposal(coding, withKnownNames(proposal, asked.known), randomUUID)
}

/** What is known before an item's lines are read: its wording, the client's words, the themes of earlier rounds. */
async function backgroundOf(db: Kysely<Database>, roundId: string): Promise<(itemId: string) => Background> {
  const items = themedItems(await instrumentOfRound(db, roundId))
  const engagementId = await findRoundEngagementId(db, roundId)
  const entries = await listGlossary(db, engagementId)
  const glossary = entries.map(({ term, meaning }) => [term, meaning] as const)
  const known = await listKnownThemes(db, { engagementId, beforeRoundId: roundId })
  return (itemId) => ({
    question: items.find(({ id }) => id === itemId)?.wording ?? '',
    glossary,
    known: known.filter((theme) => theme.itemId === itemId).map(({ itemId: _, ...theme }) => theme),
  })
}
