import { capitalise, numberWord, tallyOf, tallyWords } from '#app/diagnosis/people-words.ts'
import { listed } from '#app/rounds/count-words.ts'
import { countInWords, likelyCount } from '#app/scoring/people-count.ts'
import type { DependencyPair, Handshake } from '#app/scoring/round-scores.ts'
import { said } from '../blocks.ts'
import type { Sentence } from '../document.ts'

/** Below half of one in ten, the counts say it better. */
const LEAST_RECIPROCITY = 0.05

/** The handshake in words: what came of it, what is named most, and who waits for whom. */
export function handshakeSentences(handshake: Handshake): Sentence[] {
  return [...outcomeSentences(handshake), ...mostSentence(handshake), ...shapeSentences(handshake)]
}

function outcomeSentences(handshake: Handshake): Sentence[] {
  const { acknowledged, orphan, unasked, reciprocity, unowned, n } = handshake
  const [known, alone, offered] = [acknowledged, orphan, unasked].map((count) => tallyWords(tallyOf(count)))
  return [
    said(
      `Named by both sides: ${known}. Orphans, named by others but by nobody in the department that must provide: ${alone}. Unasked, named only there: ${offered}.`,
      'dependency handshake',
      `dependencies of one department on another, however many people name them; n ${n}`,
    ),
    ...(reciprocity !== null && reciprocity >= LEAST_RECIPROCITY
      ? [
          said(
            `Of ten that are asked for, those who must provide them name ${numberWord(Math.round(10 * reciprocity))}.`,
            'reciprocity',
            `share acknowledged of those asked for: ${reciprocity.toFixed(2)}; a count that is coded is taken at its middle`,
          ),
        ]
      : []),
    ...unownedSentence(unowned),
  ]
}

function unownedSentence(unowned: Handshake['unowned']): Sentence[] {
  const tally = tallyOf(unowned)
  if (tally.low === 0) return []
  const words = tallyWords(tally)
  return [
    said(
      `${capitalise(words)} people wait for something without saying who must provide it.`,
      'unowned dependencies',
      words,
    ),
  ]
}

/** The dependency that most people speak of, where more than one person does. */
function mostSentence({ pairs: [most] }: Handshake): Sentence[] {
  if (!most || likelyCount(most.people) <= 1) return []
  const words = countInWords(most.people)
  return [
    said(
      `Named most: ${most.waiting} waits for ${most.provider} (${words} people).`,
      'dependency handshake',
      `named by ${words}`,
    ),
  ]
}

/** Who is waited for most, and who wait for each other: only from pairs that are drawn. */
function shapeSentences({ pairs }: Handshake): Sentence[] {
  const providers = [...new Set(pairs.map(({ provider }) => provider))]
    .map((provider) => ({
      provider,
      waiting: pairs.filter((pair) => pair.provider === provider).map(({ waiting }) => waiting),
    }))
    .toSorted(
      (one, other) => other.waiting.length - one.waiting.length || (one.provider < other.provider ? -1 : 1),
    )
  const [most] = providers
  const mutual = pairs.filter(
    ({ waiting, provider }) =>
      waiting < provider && pairs.some((other) => other.waiting === provider && other.provider === waiting),
  )
  return [
    ...(most && most.waiting.length > 1
      ? [
          said(
            `Most departments wait for ${most.provider}: ${listed(most.waiting.toSorted())}.`,
            'waiting for one department',
            `${most.waiting.length} departments, of the dependencies shown`,
          ),
        ]
      : []),
    ...mutualSentence(mutual),
  ]
}

function mutualSentence(mutual: readonly DependencyPair[]): Sentence[] {
  if (mutual.length === 0) return []
  const names = listed(mutual.map(({ waiting, provider }) => `${waiting} with ${provider}`))
  const words =
    mutual.length === 1 ? 'Two departments wait for each other' : 'Departments that wait for each other'
  return [
    said(`${words}: ${names}.`, 'waiting for each other', 'both directions are among the dependencies shown'),
  ]
}
