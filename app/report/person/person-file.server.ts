import { LEAD_NAMES } from '#app/rounds/count-words.ts'
import { type Table, tableOf, text } from '../exports/table.ts'
import { writeCsv } from '../exports/write-csv.server.ts'
import type { Person } from './person.ts'

/** What is held about one person, for that person to read in a spreadsheet. */
export function personCsv(person: Person): string {
  return writeCsv(personTable(person), `What Plumbline holds about ${person.name}, for them alone.`)
}

function personTable(person: Person): Table {
  const roster = [
    ['Name', person.name],
    ['E-mail address', person.email],
    ['Level', LEAD_NAMES[person.level]],
    ['Department', person.department],
    ['Job title', person.jobTitle],
    ['No longer asked since', person.leftOn ?? ''],
  ].map(([what = '', value = '']) => ['', what, value])
  const rounds = person.rounds.flatMap(({ title, taking, agreedToBeNamed, mails, held, answers }) => [
    [title, 'State', taking],
    ...(agreedToBeNamed === null ? [] : [[title, 'Agreed to be named', agreedToBeNamed ? 'yes' : 'no']]),
    ...mails.map((words) => [title, 'Mail', words]),
    ...(held ? [[title, 'Answers', held]] : []),
    ...(answers ?? []).map(({ item, answer }) => [title, item, answer]),
  ])
  return tableOf({
    id: 'person',
    about: 'All that is held about one person.',
    columns: [
      text('round', 'Title of the round; empty for the roster.'),
      text('what', 'What it is: of the roster, of taking part, or the item as it was asked.'),
      text('value', 'What is held.'),
    ],
    rows: [...roster, ...rounds],
  })
}

/** The same for programs. */
export function personJson(person: Person): string {
  return `${JSON.stringify({ format: 'plumbline-person/1', ...person }, null, 2)}\n`
}
