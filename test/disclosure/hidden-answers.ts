import type { Answer, Answers } from '#app/answers/answer.ts'
import { type Item, LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { pick, randomFor, shuffle } from '#scripts/simulate/random.ts'
import { drawAnswer } from '#test/helpers/drawn-answers.ts'
import type { ToldTo } from './addresses.ts'
import { type Answering, type Company, instrumentOf, type Seat } from './company.ts'
import type { Change } from './family.ts'
import { type Casting, voteOf } from './vote.ts'

/** An answer or a vote that no page may show, told another way in one of two databases. */
export interface Hidden extends Change {
  kind: string
  toldTo: ToldTo
}

/** A company with answers that are hidden for many reasons, and changes to each of them. */
export interface Plan {
  company: Company
  hidden: Hidden[]
}

const FEW = 4
const ROLES = ['role 0', 'role 1', 'role 2']
const TOO_SMALL = 3

/** As many changes as are wanted, of every kind in turn. */
export function planOf(seed: number, wanted: number): Plan {
  const random = randomFor('family', seed)
  const small: Level = random() < 0.7 ? 'department' : 'senior'
  const large = LEVELS.find((level) => level !== small) as Level
  const instruments = pick(
    [['quick-scan@1'], ['quick-scan@1'], ['full@1'], ['quick-scan@1', 'pulse@1']],
    random,
  )
  const scene = sceneOf({ instruments, large, small, seed })
  const people = { [small]: TOO_SMALL, [large]: 7 + Math.floor(4 * random()) } as Record<Level, number>
  // One of the level that is shown has begun and is taken off; the level that is too small keeps all its people.
  const company: Company = {
    seed,
    privacyMode: random() < 0.6 ? 'confidential' : 'unlinked',
    instruments,
    people,
    begun: large,
    shared: scene.shared,
  }
  const [first, ...others] = scene.kinds as [Maker, ...Maker[]]
  const kinds = [
    first,
    smallVotes(small, seed),
    votesOfAnOpenVote(large, seed),
    ...others,
    withdrawn(large, people[large] - 1, seed),
  ]
  const hidden = Array.from({ length: wanted }, (_, at) => (kinds[(at + seed) % kinds.length] as Maker)(at))
  return { company, hidden }
}

type Maker = (turn: number) => Hidden

interface Setting {
  instruments: readonly string[]
  large: Level
  small: Level
  seed: number
}

/** What all databases of a family share so that there is something to hide, and the makers of changes to it. */
function sceneOf({ instruments, large, small, seed }: Setting): { shared: Answering; kinds: Maker[] } {
  const asked = instruments.map((key) => itemsOf(instrumentOf(key)))
  const random = randomFor('scene', seed)
  const wave = Math.floor(asked.length * random())
  const ofLevel = (level: Level) => (asked[wave] ?? []).filter(({ levels }) => levels.includes(level))
  const counted = shuffle(
    ofLevel(large).filter(({ kind }) => kind !== 'text' && kind !== 'lines'),
    random,
  )
  const owner = counted.find(({ kind }) => kind === 'owner')
  const scale = counted.find(({ kind }) => kind === 'scale')
  const fewly = counted.filter((item) => item !== owner && item !== scale).slice(0, 3)
  const list = ofLevel(large).find((item) => item.kind === 'lines' && item.themed)
  const texts = (asked[wave] ?? []).filter(({ kind }) => kind === 'text')
  const isHere = (seat: Seat) => seat.level === large && seat.wave === wave
  const shared: Answering = (answers, seat) => {
    if (!isHere(seat)) return answers
    const few = fewly.map((item): [string, Answer] => [
      item.id,
      seat.place < FEW ? given(item, 'few', seed, seat.place, 0) : { state: 'skipped' },
    ])
    return {
      ...answers,
      ...Object.fromEntries(few),
      ...(owner && { [owner.id]: ownedBy(seat.place === 0 ? 2 : seat.place % 2) }),
      ...(scale && {
        [scale.id]: seat.place === 0 ? { state: 'skipped' } : given(scale, 'all', seed, seat.place, 0),
      }),
      ...(list && seat.place === 0 && { [list.id]: withLine(answers[list.id], 'Solitary work 0') }),
    }
  }
  const at = (place: number, change: (answers: Answers) => Answers): Answering => {
    return (answers, seat) => (isHere(seat) && seat.place === place ? change(answers) : answers)
  }
  const kinds: Maker[] = [
    smallLevel(small, asked, seed),
    ...(fewly.length > 0
      ? [
          (turn: number) => {
            const item = fewly[turn % fewly.length] as Item
            const answer = given(item, 'otherwise', seed, turn, 1)
            return {
              kind: 'item with too few answers',
              toldTo: 'confidant' as const,
              changed: at(turn % FEW, (own) => ({ ...own, [item.id]: answer })),
            }
          },
        ]
      : []),
    ...(owner
      ? [
          (turn: number) => ({
            kind: 'role named by one person',
            toldTo: 'confidant' as const,
            changed: at(0, (own) => ({ ...own, [owner.id]: ownedBy(3 + (turn % 2)) })),
          }),
        ]
      : []),
    ...(scale
      ? [
          () => ({
            kind: 'cannot say in place of skipped',
            toldTo: 'confidant' as const,
            changed: at(0, (own) => ({ ...own, [scale.id]: { state: 'cant-say' as const } })),
          }),
        ]
      : []),
    ...(list
      ? [
          (turn: number) => {
            const words = `${pick(['Arctic', 'Middle', 'Zebra'], randomFor('words', seed, turn))} work ${seed} ${turn}`
            return {
              kind: 'theme of one person',
              toldTo: 'sorter' as const,
              changed: at(0, (own) => ({ ...own, [list.id]: withLine(own[list.id], words) })),
            }
          },
        ]
      : []),
    ...(texts.length > 0 ? [freeText(texts, wave, seed)] : []),
  ]
  return { shared, kinds }
}

/** One of three people of a level that needs five says something else, in any round, to an item drawn by the turn. */
function smallLevel(level: Level, asked: readonly (readonly Item[])[], seed: number): Maker {
  return (turn) => {
    const random = randomFor('small level', seed, turn)
    const wave = Math.floor(asked.length * random())
    const item = pick(
      (asked[wave] ?? []).filter(({ levels }) => levels.includes(level)),
      random,
    )
    const place = turn % TOO_SMALL
    const changed: Answering = (answers, seat) => {
      if (seat.level !== level || seat.wave !== wave || seat.place !== place) return answers
      return { ...answers, [item.id]: otherThan(answers[item.id], item, random) }
    }
    return {
      kind: `level below the smallest group, round ${wave + 1} of ${asked.length}`,
      toldTo: item.kind === 'lines' || item.kind === 'text' ? 'sorter' : 'confidant',
      changed,
    }
  }
}

/** Somebody writes another free text in place of theirs. None is released as a quote. */
function freeText(texts: readonly Item[], wave: number, seed: number): Maker {
  return (turn) => {
    const value = { kind: 'text' as const, text: `Other words, ${seed}, ${turn}`, mayQuote: turn % 2 === 0 }
    const changed: Answering = (answers, seat) => {
      const written = texts.filter(({ id }) => answers[id]?.state === 'answered')
      if (seat.wave !== wave || seat.place !== turn % TOO_SMALL) return answers
      return {
        ...answers,
        ...Object.fromEntries(written.map(({ id }) => [id, { state: 'answered', value }])),
      }
    }
    return { kind: 'free text that is not released', toldTo: 'sorter', changed }
  }
}

/** Whoever has begun and is taken off the round had typed something else. */
function withdrawn(level: Level, place: number, seed: number): Maker {
  return (turn) => ({
    kind: 'drafts of somebody taken off',
    toldTo: 'nobody',
    changed: (answers, seat) => {
      if (seat.level !== level || seat.place !== place) return answers
      const line = { text: `Never handed in ${seed} ${turn}`, picks: {} }
      return {
        ...Object.fromEntries(Object.entries(answers).slice(turn % 5)),
        priorities: { state: 'answered', value: { kind: 'lines', lines: [line] } },
      }
    },
  })
}

/** One of the three votes another way, and others vote first. */
function smallVotes(level: Level, seed: number): Maker {
  return (turn) => {
    const cast: Casting = (casts, item) => {
      const told = casts.map((one) =>
        one.level === level && one.place === turn % TOO_SMALL
          ? { ...one, answer: voteOf(item, seed, 'otherwise', turn) }
          : one,
      )
      return [...told.slice(TOO_SMALL, -1), ...told.slice(0, TOO_SMALL), ...told.slice(-1)]
    }
    return { kind: 'votes of a level below the smallest group, and who votes first', toldTo: 'nobody', cast }
  }
}

/** Somebody of the level that is shown votes another way: until the vote is closed, nobody can know. */
function votesOfAnOpenVote(level: Level, seed: number): Maker {
  return (turn) => {
    const cast: Casting = (casts, item) =>
      casts.map((one) =>
        one.level === level && one.place === turn % FEW
          ? { ...one, answer: voteOf(item, seed, 'otherwise', turn) }
          : one,
      )
    return { kind: 'votes while the vote is open', toldTo: 'room', cast }
  }
}

function given(item: Item, ...key: (string | number)[]): Answer {
  for (let turn = 0; ; turn += 1) {
    const drawn = drawAnswer(item, ROLES, randomFor(...key, item.id, turn))
    if (drawn.state === 'answered') return drawn
  }
}

function otherThan(own: Answer | undefined, item: Item, random: () => number): Answer {
  for (let turn = 0; turn < 100; turn += 1) {
    const drawn = drawAnswer(item, ROLES, random)
    if (JSON.stringify(drawn) !== JSON.stringify(own)) return drawn
  }
  throw new Error(`there is one answer to ${item.id} only`)
}

function ownedBy(role: number): Answer {
  return { state: 'answered', value: { kind: 'owner', owner: { kind: 'role', roleId: `role ${role}` } } }
}

/** What was said, with words that nobody else uses in the first line. */
function withLine(own: Answer | undefined, text: string): Answer {
  const lines = own?.state === 'answered' && own.value.kind === 'lines' ? own.value.lines : []
  return { state: 'answered', value: { kind: 'lines', lines: [{ text, picks: {} }, ...lines.slice(1)] } }
}
