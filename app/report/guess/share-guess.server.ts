import { findShareGuess, saveShareGuess } from '#db/report-shares.ts'
import type { Db } from '#db/schema.ts'
import type { ReportDocument } from '../document.ts'
import { type Guess, guessItems, guessSchema } from './guess.ts'

export type GuessState =
  /** No guess is asked for, or there is nothing to guess. */
  { kind: 'none' } | { kind: 'awaited' } | { kind: 'made'; guess: Guess }

export async function guessStateOf(db: Db, shareId: string, document: ReportDocument): Promise<GuessState> {
  const found = await findShareGuess(db, shareId)
  if (!found?.guessFirst || guessItems(document).length === 0) return { kind: 'none' }
  if (found.guess === null) return { kind: 'awaited' }
  const guess = guessSchema.parse(JSON.parse(found.guess))
  return Object.keys(guess).length === 0 ? { kind: 'none' } : { kind: 'made', guess }
}

/** The first guess of a link stands, whoever makes it. */
export async function makeGuess(db: Db, shareId: string, guess: Guess): Promise<void> {
  await saveShareGuess(db, { shareId, guess: JSON.stringify(guess) })
}
