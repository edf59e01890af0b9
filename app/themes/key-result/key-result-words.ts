import type { Decision, Ground } from './decision.ts'
import type { KeyResultFeatures } from './reading.ts'

/** Why a line was read as it was, in words about this line. */
export function reasonOf({ ground }: Decision, features: KeyResultFeatures): string {
  return REASONS[ground](features)
}

const REASONS: Record<Ground, (features: KeyResultFeatures) => string> = {
  'result-follows': ({ change }) => `It says what the work leads to: ${quoted(change)}.`,
  'measured-change': ({ change, measure }) =>
    `It can be measured${measure ? ` (${quoted(measure)})` : ''}: ${change ? quoted(change) : 'a figure stands beside what it measures'}.`,
  'measure-moves': ({ verb, measure }) =>
    `${quoted(verb?.word)} asks for a change in ${quoted(measure)}, which is how people or the business perform.`,
  behaviour: ({ people, verb }) =>
    `It says what people do (${quoted(people)}, ${quoted(verb?.word)}), not what is done for them.`,
  direction: ({ change }) => `It says that something changes: ${quoted(change)}.`,
  'thing-delivered': ({ verb, thing }) =>
    `${quoted(verb?.word)} says that ${thing ? quoted(thing) : 'a thing'} will be there, whether or not anybody uses it.`,
  'thing-named': ({ thing }) =>
    `It names a thing that will be there (${quoted(thing)}) and no change that it should bring.`,
  'order-to-deliver': ({ verb, thing }) =>
    `${quoted(verb?.word)} hands over ${thing ? `a thing (${quoted(thing)})` : 'something'}; what should change once it is there is not said.`,
  'order-to-do': ({ verb }) =>
    `${quoted(verb?.word)} says what people will do; what should be different afterwards is not said.`,
  'improves-work': ({ verb, work }) =>
    `${quoted(verb?.word)} is about the work itself${work ? ` (${quoted(work)})` : ''}; no measure and no behaviour is named that would change.`,
  'places-nothing': ({ verb }) =>
    `${quoted(verb?.word)} says that work is done; neither a finished thing nor a change is named.`,
  'work-named': ({ work }) =>
    `It names work that is held or done${work ? ` (${quoted(work)})` : ''} and no change that it should bring.`,
  'work-done': ({ verb }) =>
    `${quoted(verb?.word)} says that work has been done, and to how many; what they do differently is not said.`,
  topic: () => 'It names a subject; neither a finished thing nor a change is said of it.',
  'nothing-known': () => 'Nothing in it could be read: no verb, no measure and no figure that is known.',
}

/** What to ask so that an outcome comes of it, about what this line lacks. */
export function promptOf(kind: Decision['kind'], features: KeyResultFeatures): string {
  if (kind === 'outcome') return missingOf(features)
  if (kind === 'unclear')
    return `Write it as a change: who does what differently, or which figure moves. ${TEMPLATE}`
  const { thing, work, measure, verb } = features
  if (kind === 'output') {
    const what = thing ? `the ${thing.toLowerCase()}` : 'it'
    return `Who will use ${what}, and what will they do then that they do not do today? ${templateOf(features)}`
  }
  if (measure) return `How far should ${quoted(measure)} move because of this? ${templateOf(features)}`
  const what = work ? `“${work}”` : verb ? `“${verb.word} …”` : 'this'
  return `When ${what} is done, what will people do differently, and which figure would show it? ${templateOf(features)}`
}

const TEMPLATE = 'Try: “[what is measured] from [today] to [target] by [date]”.'

/** The pattern with what the line already has filled in. */
function templateOf({ date, measure }: KeyResultFeatures): string {
  return `Try: “${measure ? measure.toLowerCase() : '[what is measured]'} from [today] to [target] by ${date ?? '[date]'}”.`
}

function missingOf({ baseline, target, date, change }: KeyResultFeatures): string {
  const missing = [
    ...(baseline || /^0|^no|^zero/i.test(change ?? '') ? [] : ['where it stands today']),
    ...(target ? [] : ['how far it should go']),
    ...(date ? [] : ['by when']),
  ]
  if (missing.length === 0)
    return 'Nothing is missing. Name one person who reads the figure aloud in each review.'
  return `A good start. Add ${missing.length > 1 ? `${missing.slice(0, -1).join(', ')} and ${missing.at(-1)}` : missing.join('')}.`
}

function quoted(words: string | null | undefined): string {
  return words ? `“${words}”` : 'it'
}
