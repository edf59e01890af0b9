import type { FigureResult } from './figure.ts'
import { capitalise } from './people-words.ts'

type Figures = Readonly<Record<string, FigureResult>>

const PLACEHOLDER = /\{([a-z]+)(?:\.([a-z]+))?\}/g

/** Names of the figures that a wording needs. */
export function figuresIn(wording: string): string[] {
  return [...wording.matchAll(PLACEHOLDER)].map(([, name = '']) => name)
}

/**
 * Fills `{figure}` with the figure as it is shown and `{figure.part}` with one of its words. Null where one of the figures
 * cannot be said.
 *
 * @throws {Error} if the wording names a figure or a part that is not there
 */
export function fill(wording: string, figures: Figures): string | null {
  const names = figuresIn(wording)
  if (names.some((name) => figures[name]?.kind === 'cannot-say')) return null
  return wording.replace(PLACEHOLDER, (_, name: string, part?: string) => {
    const figure = figures[name]
    const words =
      figure?.kind !== 'figure' ? undefined : part === undefined ? figure.shown : figure.words[part]
    if (words === undefined) throw new Error(`"${wording}" needs ${name}${part ? `.${part}` : ''}`)
    return words
  })
}

/** The first wording that can be said. */
export function fillFirst(wordings: readonly string[], figures: Figures): string {
  return saidOf(wordings, figures)[0] ?? ''
}

/** All sentences that can be said, each with a capital letter. */
export function fillSentences(wordings: readonly string[], figures: Figures): string {
  return saidOf(wordings, figures).map(capitalise).join(' ')
}

function saidOf(wordings: readonly string[], figures: Figures): string[] {
  return wordings.map((wording) => fill(wording, figures)).filter((said) => said !== null)
}
