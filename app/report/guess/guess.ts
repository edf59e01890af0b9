import { z } from 'zod'
import type { ConstructFigure, ReportDocument } from '../document.ts'

/** What a reader expected, 0 to 100 by construct. Empty where the reader opened the report without guessing. */
export const guessSchema = z.record(z.string(), z.number().int().min(0).max(100))
export type Guess = z.infer<typeof guessSchema>

/** A construct whose agreement is guessed, with the figure that the report gives for it. */
export interface GuessItem {
  /** Name of the field. */
  name: string
  label: string
  figure: ConstructFigure & { agreement: number }
}

/**
 * What is asked: how far one level agrees on each construct. The senior team, since that is whom a sponsor believes to
 * know; the department leads where the senior team is too small to be shown. Empty where the report shows neither.
 */
export function guessItems({ constructs = [] }: Pick<ReportDocument, 'constructs'>): GuessItem[] {
  const shown = constructs.flatMap((figure) =>
    figure.agreement === null ? [] : [{ ...figure, agreement: figure.agreement }],
  )
  const level = shown.some((figure) => figure.level === 'senior') ? 'senior' : 'department'
  return shown
    .filter((figure) => figure.level === level)
    .map((figure, index) => ({ name: `guess-${index + 1}`, label: figure.label, figure }))
}

export type ReadGuess = { ok: true; guess: Guess } | { ok: false; errors: Record<string, string> }

/** Fields may stay empty, but not all of them: who does not want to guess says so. */
export function readGuess(items: readonly GuessItem[], typed: Readonly<Record<string, string>>): ReadGuess {
  const errors: Record<string, string> = {}
  const guess: Guess = {}
  for (const { name, label } of items) {
    const text = (typed[name] ?? '').trim()
    if (text === '') continue
    if (/^\d{1,3}$/.test(text) && Number(text) <= 100) guess[label] = Number(text)
    else errors[name] = 'Please give a whole number from 0 to 100.'
  }
  if (Object.keys(errors).length === 0 && Object.keys(guess).length === 0)
    errors.form = 'Please guess at least one of them, or open the report without a guess.'
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, guess }
}

export interface GuessRow {
  label: string
  guessed: number | null
  answered: number
  /** People, plausible range and chance line of the answer, in words. */
  around: string
  /** How the two differ, in words. */
  difference: string
}

/** Guess and answer side by side. A guess inside the plausible range counts as right: the answers say no more. */
export function compareGuess(items: readonly GuessItem[], guess: Guess): GuessRow[] {
  return items.map(({ label, figure }) => {
    const guessed = guess[label] ?? null
    return {
      label,
      guessed,
      answered: figure.agreement,
      around: aroundWords(figure),
      difference: differenceWords(guessed, figure),
    }
  })
}

function aroundWords({ n, range, chance }: ConstructFigure): string {
  return [
    ...(n === null ? [] : [`n ${n}`]),
    ...(range ? [`plausible range ${range[0]} to ${range[1]}`] : []),
    ...(chance === null ? [] : [`chance line ${chance}`]),
  ].join(', ')
}

function differenceWords(guessed: number | null, { agreement, range }: GuessItem['figure']): string {
  if (guessed === null) return 'no guess'
  const [low, high] = range ?? [agreement, agreement]
  if (guessed >= low && guessed <= high) return 'within the range of the answers'
  const points = Math.abs(guessed - agreement)
  const words = points === 1 ? '1 point' : `${points} points`
  return guessed > agreement ? `you expected ${words} more` : `you expected ${words} less`
}

/** The comparison in one sentence. */
export function guessTitle(rows: readonly GuessRow[]): string {
  const guessed = rows.filter((row) => row.guessed !== null)
  const more = guessed.filter(({ difference }) => difference.endsWith('more')).length
  const less = guessed.filter(({ difference }) => difference.endsWith('less')).length
  const of = `of ${guessed.length} ${guessed.length === 1 ? 'guess' : 'guesses'}`
  if (more + less === 0)
    return `Your ${guessed.length === 1 ? 'guess was' : 'guesses were'} right: the answers say the same`
  if (more >= less) return `You expected more agreement than there is: ${more} ${of} too high`
  return `There is more agreement than you expected: ${less} ${of} too low`
}
