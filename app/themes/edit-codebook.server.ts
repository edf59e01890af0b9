import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { deleteEmptyThemes, findCodebook, insertTheme, moveLines, renameTheme } from '#db/codebooks.ts'
import { inTransaction } from '#db/in-transaction.ts'
import type { Database } from '#db/schema.ts'
import type { CodingStep, ThemeName } from './coding-step.ts'
import type { Codebook, Theme } from './theme.ts'

export type EditResult = { ok: true } | { ok: false; error: string }

/** Carries out one step of the coding bench, whole or not at all. */
export async function editCodebook(
  db: Kysely<Database>,
  roundId: string,
  itemId: string,
  step: CodingStep,
): Promise<EditResult> {
  return inTransaction(db, async (transaction) => {
    const codebook = await findCodebook(transaction, roundId)
    const themes = codebook?.themes.filter((theme) => theme.itemId === itemId) ?? []
    if (!codebook || !refersTo(codebook, themes, itemId, step)) {
      return {
        ok: false,
        error: 'The themes have changed since this page was opened. Here they are as they are now.',
      }
    }
    for (const { themeId, name } of changedNames(themes, step))
      await renameTheme(transaction, { roundId, themeId, name })
    if (step.kind === 'rename') return { ok: true }
    const themeId = step.kind === 'merge' ? largest(codebook, step.themeIds) : (step.themeId ?? randomUUID())
    if (step.kind === 'move' && !step.themeId)
      await insertTheme(transaction, roundId, { id: themeId, itemId, name: step.name })
    await moveLines(transaction, { roundId, lineIds: movedLines(codebook, step), themeId })
    await deleteEmptyThemes(transaction, roundId)
    return { ok: true }
  })
}

function refersTo(codebook: Codebook, themes: readonly Theme[], itemId: string, step: CodingStep): boolean {
  const known = (id: string) => themes.some((theme) => theme.id === id)
  if (step.kind === 'rename') return step.names.every(({ themeId }) => known(themeId))
  if (step.kind === 'merge') return step.themeIds.every(known)
  const lineIds = new Set(codebook.lines.filter((line) => line.itemId === itemId).map((line) => line.id))
  return step.lineIds.every((id) => lineIds.has(id)) && (step.themeId === null || known(step.themeId))
}

function changedNames(themes: readonly Theme[], { names }: CodingStep): ThemeName[] {
  return names.filter(({ themeId, name }) =>
    themes.some((theme) => theme.id === themeId && theme.name !== name),
  )
}

function movedLines(codebook: Codebook, step: Exclude<CodingStep, { kind: 'rename' }>): string[] {
  if (step.kind === 'move') return step.lineIds
  return codebook.lines.filter((line) => step.themeIds.includes(line.themeId)).map((line) => line.id)
}

/** Merged themes keep the name of the largest. */
function largest(codebook: Codebook, themeIds: readonly string[]): string {
  const size = (id: string) => codebook.lines.filter((line) => line.themeId === id).length
  return [...themeIds].sort((a, b) => size(b) - size(a))[0] ?? ''
}
