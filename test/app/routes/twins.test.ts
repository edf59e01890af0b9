import { afterAll, expect, test, vi } from 'vitest'
import type { Answers } from '#app/answers/answer.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { randomFor } from '#scripts/simulate/random.ts'
import { drawAnswer, type Place } from '#test/helpers/drawn-answers.ts'
import { type Answering, differing, makeTwins } from '#test/helpers/twins.ts'

/** How many pairs of databases to make: TWINS=1000 for the long form. */
const TWINS = Number(process.env.TWINS ?? 3)
const FEW = 4

vi.setConfig({ testTimeout: 300_000 })

const instrument = findInstrument('full@1')
const items = instrument ? itemsOf(instrument) : []
const texts = items.filter(({ kind }) => kind === 'text')
const forSeniors = items.filter(({ levels, kind }) => levels.includes('senior') && kind !== 'text')

let compared = 0
let same = 0
afterAll(() => process.stdout.write(`twins: ${same} of ${compared} are the same, byte for byte\n`))

interface Twin {
  seed: number
  /** What both databases have in common beyond what is drawn, and what only the second has. */
  shared: Answering
  changed: Answering
}

const saying = (answers: Answers, itemId: string, answer: Answers[string] | undefined): Answers =>
  answer ? { ...answers, [itemId]: answer } : answers
const otherwise = (item: (typeof items)[number], seed: number) =>
  drawAnswer(item, [], randomFor('otherwise', seed))

/** One of three people of a level that needs five says something else, to an item drawn by the seed. */
function smallLevel(seed: number): Twin {
  const asked = items.filter(({ levels }) => levels.includes('department'))
  const item = asked[Math.floor(asked.length * randomFor('small level', seed)())]
  const changed: Answering = (answers, { index, level }) =>
    item && level === 'department' && index % 3 === seed % 3
      ? saying(answers, item.id, otherwise(item, seed))
      : answers
  return { seed, shared: (answers) => answers, changed }
}

/** Of a level that is shown only four answer an item, and one of the four answers it otherwise. */
function fewAnswers(seed: number): Twin {
  const item = forSeniors[Math.floor(forSeniors.length * randomFor('few answers', seed)())]
  const answering = (place: Place) => place.level === 'senior' && place.index % 7 < FEW
  const given = (answer: Answers[string]) => answer?.state === 'answered'
  const answerOf = (place: number, turn: number) => {
    for (let i = 0; item; i += 1) {
      const drawn = drawAnswer(item, [], randomFor('few', seed, place, turn, i))
      if (given(drawn)) return drawn
    }
    return undefined
  }
  const shared: Answering = (answers, place) => {
    if (!item || place.level !== 'senior') return answers
    return saying(answers, item.id, answering(place) ? answerOf(place.index, 0) : { state: 'skipped' })
  }
  const changed: Answering = (answers, place) =>
    item && place.index % 7 === 0 && answering(place)
      ? saying(answers, item.id, answerOf(place.index, 1))
      : answers
  return { seed, shared, changed }
}

/** Somebody of a level that is shown writes another free text in place of theirs. No text is released as a quote. */
function freeText(seed: number): Twin {
  const changed: Answering = (answers, { index }) =>
    texts.reduce(
      (own, { id }) =>
        index === seed % 7 && own[id]?.state === 'answered'
          ? saying(own, id, {
              state: 'answered',
              value: { kind: 'text', text: `Other words, ${seed}`, mayQuote: true },
            })
          : own,
      answers,
    )
  return { seed, shared: (answers) => answers, changed }
}

const kinds = [smallLevel, fewAnswers, freeText]
const twins = Array.from({ length: TWINS }, (_, seed) => ({
  seed,
  kind: kinds[seed % kinds.length] as (typeof kinds)[number],
  privacyMode: Math.floor(seed / kinds.length) % 2 === 0 ? ('confidential' as const) : ('unlinked' as const),
}))

test.each(twins)(
  '$privacyMode twin $seed: what is hidden changes no byte of what is sent ($kind.name)',
  async ({ seed, kind, privacyMode }) => {
    const { shared, changed } = kind(seed)
    compared += 1
    const { surfaces, linkedRows } = await makeTwins({ seed, privacyMode, shared, changed })
    expect(differing(surfaces)).toEqual([])
    expect(linkedRows).toBe(0)
    expect(surfaces[0]['reader page']).toMatch(/^200/)
    expect(surfaces[0]['reader PDF']).toMatch(/^200[\s\S]*%PDF-/)
    same += 1
  },
)

test('an answer that may be shown does change what is sent, so the twins can differ', async () => {
  const changed: Answering = (answers, { level }) =>
    level === 'senior'
      ? saying(answers, 'tiebreak', { state: 'answered', value: { kind: 'scale', point: 5 } })
      : answers
  const { surfaces } = await makeTwins({
    seed: 1,
    privacyMode: 'confidential',
    shared: (answers) => answers,
    changed,
  })
  for (const surface of ['reader page', 'reader PDF', 'reader slides', 'draft page', 'table items'])
    expect(differing(surfaces)).toContain(surface)
})
