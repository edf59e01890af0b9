import type { Answers } from '#app/answers/answer.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { type Instrument, LEVELS } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { ScoreInput } from '#app/scoring/score-input.ts'
import { pick, randomFor } from '#scripts/simulate/random.ts'
import { answersFor } from './drawn-answers.ts'

const MOST = { senior: 14, department: 25 } as const
const ROLES = ['Chief', 'Finance', 'Sales', 'Operations'].map((name) => ({ id: name, name }))
const DEPARTMENTS = ['Sales', 'Operations'].map((name) => ({ id: name, name }))

/** A team of any size, of whom any number answer, and leave out anything: the same for the same seed. */
export function randomTeam(seed: number): ScoreInput {
  const random = randomFor('team', seed)
  const instrument = instrumentOf(random() < 0.5 ? 'full@1' : 'quick-scan@1')
  const lazy = 0.6 * random()
  const people = LEVELS.flatMap((level) => {
    const count = Math.floor((MOST[level] + 1) * random())
    return Array.from({ length: count }, (_, index) => ({ level, id: `${level}-${index}` }))
  })
  const responding = 0.5 + 0.5 * random()
  const submissions = people
    .filter(() => random() < responding)
    .map(({ level, id }, index) => ({
      id: `s-${id}`,
      roundId: 'round',
      level,
      leadId: id,
      departmentId: pick(DEPARTMENTS, random).id,
      answers: thinned(
        answersFor(
          instrument,
          { index, level },
          ROLES.map(({ id: role }) => role),
          seed,
        ),
        lazy,
        random,
      ),
    }))
  return {
    instrument,
    round: {
      privacyMode: random() < 0.5 ? 'confidential' : 'unlinked',
      smallestGroup: 4 + Math.floor(5 * random()),
    },
    leads: people.map(({ level, id }) => ({
      id,
      engagementId: 'engagement',
      name: id,
      email: `${id}@team.test`,
      level,
      departmentId: null,
      jobTitle: '',
    })),
    roles: ROLES,
    departments: DEPARTMENTS,
    submissions,
    codebook: codebookOf(instrument, submissions),
    redraws: 10,
  }
}

/** Some items are skipped by many, so that groups fall below the smallest one item by one. */
function thinned(answers: Answers, lazy: number, random: () => number): Answers {
  return Object.fromEntries(Object.entries(answers).filter(() => random() >= lazy))
}

/** A line is a theme in so many words. */
function codebookOf(instrument: Instrument, submissions: ScoreInput['submissions']): ScoreInput['codebook'] {
  const themed = itemsOf(instrument).filter((item) => item.kind === 'lines' && item.themed)
  const lines = submissions.flatMap(({ id: submissionId, answers }) =>
    themed.flatMap(({ id: itemId }) => {
      const answer = answers[itemId]
      if (answer?.state !== 'answered' || answer.value.kind !== 'lines') return []
      return answer.value.lines.map(({ text }, position) => ({
        id: `${submissionId}-${itemId}-${position}`,
        submissionId,
        itemId,
        position,
        text,
        themeId: `${itemId}: ${text}`,
      }))
    }),
  )
  const themes = new Map(
    lines.map(({ themeId, itemId, text }) => [themeId, { id: themeId, itemId, name: text }]),
  )
  return { themes: [...themes.values()], lines }
}

function instrumentOf(key: string): Instrument {
  const found = findInstrument(key)
  if (!found) throw new Error(`no questionnaire ${key}`)
  return found
}
