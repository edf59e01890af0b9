import words from './commitments.v1.json'
import type { Instrument, Item, Section } from './instrument.ts'
import { LEVELS } from './instrument.ts'

/** As many as can be asked about in the minute that they take. */
export const MOST_COMMITMENTS = 6
export const LONGEST_COMMITMENT = 160

const SECTION = 'commitments'

type Words = (typeof words)['en']

/**
 * The instrument with one more section, which asks how far each commitment has come. The commitment stands in the wording of
 * its item, so an item is the same in two rounds only where the commitment is, and only then are the two compared.
 */
export function withCommitments(instrument: Instrument, commitments: readonly string[]): Instrument {
  if (!instrument.commitments || commitments.length === 0) return instrument
  const section = sectionOf(wordsIn(instrument.language), commitments.slice(0, MOST_COMMITMENTS))
  const translations = Object.fromEntries(
    Object.entries(instrument.translations ?? {}).map(([language, texts]) => [
      language,
      { ...texts, ...textsOf(sectionOf(wordsIn(language), commitments.slice(0, MOST_COMMITMENTS))) },
    ]),
  )
  return {
    ...instrument,
    sections: [...instrument.sections, section],
    ...(instrument.translations && { translations }),
  }
}

/** The commitments of a typed list, a line each; or why they cannot be asked about. */
export function readCommitments(
  text: string,
): { ok: true; commitments: string[] } | { ok: false; error: string } {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
  const long = lines.findIndex((line) => line.length > LONGEST_COMMITMENT)
  if (long >= 0)
    return { ok: false, error: `Commitment ${long + 1} is longer than ${LONGEST_COMMITMENT} characters.` }
  if (lines.length > MOST_COMMITMENTS)
    return {
      ok: false,
      error: `There are ${lines.length} commitments; please keep to the ${MOST_COMMITMENTS} that matter most.`,
    }
  const twice = lines.find((line, index) => lines.indexOf(line) !== index)
  if (twice) return { ok: false, error: `“${twice}” stands there twice.` }
  return { ok: true, commitments: lines }
}

function wordsIn(language: string): Words {
  return words[(language.split('-')[0] ?? 'en') as keyof typeof words] ?? words.en
}

function sectionOf({ title, intro, wording, labels }: Words, commitments: readonly string[]): Section {
  const items = commitments.map(
    (commitment, index): Item => ({
      id: `commitment-${index + 1}`,
      construct: 'accountability',
      kind: 'scale',
      levels: [...LEVELS],
      wording: wording.replace('{commitment}', () => commitment),
      wordingByLevel: {},
      help: '',
      askedWhenEmpty: false,
      labels: labels as [string, string, string, string, string],
      healthyEnd: 'high',
    }),
  )
  return { id: SECTION, construct: 'accountability', title, intro, items }
}

function textsOf({ title, intro, items }: Section): Record<string, string> {
  const entries = items.flatMap((item) => [
    [`item.${item.id}.wording`, item.wording],
    ...(item.kind === 'scale'
      ? item.labels.map((label, index) => [`item.${item.id}.label.${index + 1}`, label])
      : []),
  ])
  return {
    [`section.${SECTION}.title`]: title,
    [`section.${SECTION}.intro`]: intro,
    ...Object.fromEntries(entries),
  }
}
