import { givenValue } from '#app/answers/answer.ts'
import type { ItemOf } from '#app/questionnaire/instrument.ts'
import { codedChoices } from './disclosure/coded-choices.ts'
import type { Disclosure } from './disclosure.ts'
import type { PeopleCount } from './measure.ts'
import { peopleCount } from './people-count.ts'
import type { LevelAnswers } from './round-answers.ts'
import type { Detail } from './round-scores.ts'

/** How many of one level chose each option, in the instrument's order. */
export function choiceDetail(
  item: ItemOf<'choice'>,
  answers: LevelAnswers,
  disclosure: Disclosure,
): Extract<Detail, { kind: 'choice' }> {
  const chosen = answers.answers.flatMap((answer) => givenValue(answer, 'choice')?.option ?? [])
  const people = codedChoices(
    item.options.map(({ id }) => chosen.filter((option) => option === id).length),
    disclosure,
  )
  return {
    kind: 'choice',
    options: item.options.map(({ id, label }, at) => ({ id, label, people: people[at] as PeopleCount })),
  }
}

/** How many of one level ticked each option, and how many ticked none, in the instrument's order. */
export function multiDetail(
  item: ItemOf<'multi'>,
  answers: LevelAnswers,
  disclosure: Disclosure,
): Extract<Detail, { kind: 'multi' }> {
  const chosen = answers.answers.flatMap((answer) => {
    const value = givenValue(answer, 'multi')
    return value ? [value.options] : []
  })
  const count = (people: number) => peopleCount(people, answers.n, disclosure)
  const options = item.options.map(({ id, label }) => ({
    id,
    label,
    people: count(chosen.filter((options) => options.includes(id)).length),
  }))
  const none = count(chosen.filter((options) => options.length === 0).length)
  return { kind: 'multi', options: [...options, { id: 'none', label: 'None of these', people: none }] }
}
