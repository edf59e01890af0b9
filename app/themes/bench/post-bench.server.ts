import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { forgetTerm, saveGlossary } from '../codebook/glossary.server.ts'
import { benchView } from '../coding/bench-view.ts'
import type { CodingStep } from '../coding/coding-step.ts'
import type { ItemCoding } from '../coding/item-coding.ts'
import { parseCodingStep } from '../coding/parse-step.ts'
import { type Bench, type EditResult, editCodebook, redoStep, undoStep } from '../edit-codebook.server.ts'
import { findItemCoding } from '../find-coding.server.ts'
import type { ThemeProposer } from '../proposal.ts'
import { proposeAgain } from '../propose-codebook.server.ts'
import { nextStop, stopOf, themeAnchor } from './stops.ts'

interface Posting extends Bench {
  engagementId: string
  /** All themed items of the round: what is taught about words holds for each. */
  itemIds: string[]
  proposer: ThemeProposer
}

/** Does what a button of the bench says, and names the place on the page to go on from. */
export async function postBench(
  db: Kysely<Database>,
  posting: Posting,
  form: FormData,
): Promise<{ ok: true; anchor: string | null } | { ok: false; error: string }> {
  const intent = String(form.get('intent') ?? '')
  const [act = '', about = ''] = intent.split(':')
  if (act === 'undo') return anchored(await undoStep(db, posting, Number(about)))
  if (act === 'redo') return anchored(await redoStep(db, posting, Number(about)))
  if (act === 'propose') return anchored(await again(db, posting, [posting.itemId]))
  if (act === 'glossary') {
    const saved = await saveGlossary(db, posting, form)
    return anchored(saved.ok ? await again(db, posting, posting.itemIds) : saved)
  }
  if (act === 'forget') {
    await forgetTerm(db, posting.engagementId, intent.slice('forget:'.length))
    return anchored(await again(db, posting, posting.itemIds))
  }
  const parsed = parseCodingStep(form)
  if (!parsed.ok) return parsed
  const before = await findItemCoding(db, posting.roundId, posting.itemId)
  const result = await editCodebook(db, posting, parsed.step)
  if (!result.ok) return result
  const after = await findItemCoding(db, posting.roundId, posting.itemId)
  const decided = stopOf(intent) ?? stopOfLines(before, parsed.step)
  return { ok: true, anchor: decided && nextStop(benchView(before), benchView(after), decided) }
}

function again(db: Kysely<Database>, posting: Posting, itemIds: string[]): Promise<EditResult> {
  return proposeAgain(db, { ...posting, itemIds }, posting.proposer)
}

function anchored(result: EditResult) {
  return result.ok ? { ok: true as const, anchor: null } : result
}

/** Moved lines are decided on where they stood. */
function stopOfLines(before: ItemCoding, step: CodingStep): string | null {
  if (!('lineIds' in step)) return null
  const line = before.lines.find(({ id }) => id === step.lineIds[0])
  return line ? themeAnchor(line.themeId) : null
}
