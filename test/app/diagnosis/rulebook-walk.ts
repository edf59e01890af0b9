import type { Construct } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { fullInstrument } from '#test/helpers/scores.ts'
import {
  choose,
  dependencies,
  number,
  owner,
  type Person,
  point,
  priorities,
  tick,
  times,
} from '../scoring/round-builder.ts'

/** What the people of each level answer; a level that is left out does not answer. */
export interface Answered {
  senior?: Person[]
  department?: Person[]
  /** Everybody belongs to a department, in turn: Sales, Data, Depots. */
  inDepartments?: boolean
}

type Said = Person[string]

/** So many of nine senior leaders say one thing, the rest another. */
const nine = (item: string, count: number, one: Said, other: Said): Person[] => [
  ...times(count, { [item]: one }),
  ...times(9 - count, { [item]: other }),
]
/** Each person with the answers of all lists at the same place. */
const together = (...lists: Person[][]): Person[] =>
  (lists[0] ?? []).map((_, person) => Object.assign({}, ...lists.map((list) => list[person])))

/** Just more than half of nine on the weak side of a scale, and just fewer. */
const mostWeak = (item: string, weak: number): [Answered, Answered] => [
  { senior: nine(item, 5, point(weak), point(3)) },
  { senior: nine(item, 4, point(weak), point(3)) },
]

const ROLES = ['coo', 'cpo', 'cto']
const spread = (item: string): Person[] =>
  times(9, null).map((_, person) => ({ [item]: owner(ROLES[person % 3] ?? '') }))
const nobody = (item: string): Person[] => times(9, { [item]: owner('nobody') })
const named = (item: string, count: number): Person[] => nine(item, count, owner('coo'), owner('cpo'))

const SHARED = priorities('Retention', 'Pricing', 'Platform')
const OTHERS = priorities('Depots', 'Hiring', 'Safety')
const ownPriorities: Person[] = times(9, null).map((_, person) => ({
  priorities: priorities(`First of ${person}`, `Second of ${person}`, `Third of ${person}`),
}))
const ownStops: Person[] = times(9, null).map((_, person) => ({ stops: priorities(`Stop of ${person}`) }))
const oneStory: Person[] = times(9, { priorities: SHARED })
const twoStories = (shared: number): Person[] => nine('priorities', shared, SHARED, OTHERS)

const NEEDS = [
  ['data', 'sales'],
  ['depots', 'sales'],
  ['sales', 'data'],
  ['depots', 'data'],
  ['sales', 'depots'],
  ['data', 'depots'],
] as const
const DEPARTMENTS = ['sales', 'data', 'depots']
const oneSided: Person[] = times(9, null).map((_, person) => ({
  dependencies: dependencies(...NEEDS.filter(([, waiting]) => waiting === DEPARTMENTS[person % 3])),
}))

const keyResults = (...lines: string[]): Person[] => times(9, { 'key-results': priorities(...lines) })
const RESULT = 'Churn from 5 % to 3 % by June'
const SIGNAL = { often: point(4), rare: point(2) }
const signals = (present: readonly string[]): Person[] =>
  times(
    9,
    Object.fromEntries(
      ['added-midquarter', 'hard-to-say-no', 'all-green', 'slow-crossfunctional'].map((item) => [
        item,
        present.includes(item) ? SIGNAL.often : SIGNAL.rare,
      ]),
    ),
  )

/** All nine answer every scale of a construct alike: one step on the healthy side of the middle, or in the middle. */
const alike = (construct: Construct, healthy: boolean): Answered => ({
  senior: times(
    9,
    Object.fromEntries(
      itemsOf(fullInstrument).flatMap((item) =>
        item.construct === construct && item.kind === 'scale'
          ? [[item.id, point(healthy ? (item.healthyEnd === 'high' ? 4 : 2) : 3)]]
          : [],
      ),
    ),
  ),
})
const strength = (construct: Construct): [Answered, Answered] => [
  alike(construct, true),
  alike(construct, false),
]

/** Every rule with answers that just meet its condition, and answers that just do not. */
export const WALK: Record<string, [fires: Answered, short: Answered]> = {
  'leadership-narrative': [{ senior: ownPriorities }, { senior: twoStories(7) }],
  'two-camps': [
    { senior: together(nine('tiebreak', 5, point(1), point(5)), nine('coached', 9, point(3), point(3))) },
    {
      senior: together(
        nine('tiebreak', 5, point(1), point(5)),
        nine('coached', 9, point(3), point(3)),
        nine('room-made', 9, point(3), point(3)),
      ),
    },
  ],
  'message-did-not-travel': [
    { senior: oneStory, department: times(9, { priorities: OTHERS }) },
    { senior: oneStory, department: twoStories(6) },
  ],
  'abstract-strategy': [
    {
      senior: oneStory,
      department: together(oneStory, nine('tradeoff', 3, choose('specific'), choose('nothing'))),
    },
    {
      senior: oneStory,
      department: together(oneStory, nine('tradeoff', 4, choose('specific'), choose('nothing'))),
    },
  ],
  'illusion-of-alignment': [
    { senior: together(ownPriorities, times(9, { 'estimate-first': number(4) })) },
    { senior: together(ownPriorities, times(9, { 'estimate-first': number(3) })) },
  ],
  'tiebreak-unknown': mostWeak('tiebreak', 2),
  'priority-overload': [{ senior: ownPriorities }, { senior: twoStories(8) }],
  'no-stop-named': [
    { senior: together(oneStory, nine('stops', 4, priorities('Export'), priorities())) },
    { senior: together(oneStory, nine('stops', 5, priorities('Export'), priorities())) },
  ],
  'no-not-now-list': [
    { senior: nine('notnow', 5, choose('talked-about'), choose('enforced')) },
    { senior: nine('notnow', 4, choose('talked-about'), choose('enforced')) },
  ],
  'weak-focus': [
    { senior: together(nine('name-what-not', 5, point(2), point(3)), ownStops) },
    { senior: together(nine('name-what-not', 4, point(2), point(3)), ownStops) },
  ],
  'colliding-priorities': [
    { senior: together(oneStory, times(9, { stops: priorities('Pricing') })) },
    { senior: together(oneStory, times(9, { stops: priorities('Export') })) },
  ],
  'execution-design': [
    { senior: signals(['added-midquarter', 'all-green']) },
    { senior: signals(['added-midquarter']) },
  ],
  'strong-intent-weak-alignment': [
    { senior: together(oneStory, nine('slow-crossfunctional', 5, point(4), point(3))) },
    { senior: together(oneStory, nine('slow-crossfunctional', 4, point(4), point(3))) },
  ],
  'dependencies-unanswered': [
    { senior: oneSided, inDepartments: true },
    { senior: times(9, { dependencies: dependencies(...NEEDS.slice(0, 5)) }), inDepartments: true },
  ],
  'nobody-owns-outcome': [{ senior: spread('owns-outcome') }, { senior: named('owns-outcome', 5) }],
  'illusion-of-ownership': [
    { senior: together(spread('owns-outcome'), times(9, { 'estimate-owner': number(7) })) },
    { senior: together(spread('owns-outcome'), times(9, { 'estimate-owner': number(6) })) },
  ],
  'reviewed-not-owned': [
    { senior: together(nobody('owns-outcome'), times(9, { theatre: point(2) })) },
    { senior: together(nobody('owns-outcome'), times(9, { theatre: point(3) })) },
  ],
  'accountability-stops-at-function': [
    {
      senior: together(
        spread('owns-outcome'),
        spread('closes-loop'),
        times(9, { 'functional-owner': point(4) }),
      ),
    },
    {
      senior: together(
        spread('owns-outcome'),
        spread('closes-loop'),
        times(9, { 'functional-owner': point(3) }),
      ),
    },
  ],
  'settled-offline': [
    { senior: nine('decides-conflict', 3, owner('offline'), owner('coo')) },
    { senior: nine('decides-conflict', 2, owner('offline'), owner('coo')) },
  ],
  'conflict-decider-contested': [
    { senior: nobody('decides-conflict') },
    { senior: named('decides-conflict', 5) },
  ],
  'escalation-by-politeness': [
    { senior: nine('escalates-blocked', 5, owner('nobody'), owner('coo')) },
    { senior: nine('escalates-blocked', 4, owner('nobody'), owner('coo')) },
  ],
  'decision-rights-unclear': [
    { senior: together(spread('d-conflict'), spread('d-missed'), named('d-dependency', 5)) },
    { senior: together(spread('d-conflict'), named('d-missed', 5), named('d-dependency', 5)) },
  ],
  'slow-decisions': [
    { senior: nine('decision-lag', 5, choose('quarter'), choose('review-cycle')) },
    { senior: nine('decision-lag', 4, choose('quarter'), choose('review-cycle')) },
  ],
  'discussed-not-closed': [
    { senior: together(spread('closes-loop'), nine('decision-lands', 5, point(2), point(3))) },
    { senior: together(spread('closes-loop'), nine('decision-lands', 4, point(2), point(3))) },
  ],
  'no-name-no-date': mostWeak('acts-by-when', 2),
  'own-result-unclear': mostWeak('own-result', 2),
  'calendar-theatre': mostWeak('theatre', 4),
  'status-deck-addiction': mostWeak('deck', 4),
  'escalation-avoidance': mostWeak('avoidance', 4),
  'forums-collapsed': [
    {
      senior: together(
        nine('w-does', 5, choose('updates'), choose('unblocks')),
        nine('m-does', 5, choose('updates'), choose('reviews')),
      ),
    },
    {
      senior: together(
        nine('w-does', 5, choose('updates'), choose('unblocks')),
        nine('m-does', 4, choose('updates'), choose('reviews')),
      ),
    },
  ],
  'quarterly-explains-past': [
    { senior: nine('q-does', 5, choose('explains-past'), choose('resets')) },
    { senior: nine('q-does', 4, choose('explains-past'), choose('resets')) },
  ],
  'observed-not-governed': [
    {
      senior: together(
        times(9, { 'w-does': choose('updates') }),
        nine('weekly-answers', 4, tick('blocked'), tick('changed')),
      ),
    },
    {
      senior: together(
        times(9, { 'w-does': choose('updates') }),
        nine('weekly-answers', 5, tick('blocked'), tick('changed')),
      ),
    },
  ],
  'bad-news-late': mostWeak('bad-news-early', 2),
  'work-not-results': mostWeak('results-not-work', 2),
  'okr-paperwork': [
    { senior: keyResults('Run the training', 'Launch three campaigns', RESULT) },
    { senior: keyResults('Run the training', RESULT) },
  ],
  'too-many-objectives': [
    { senior: times(9, { objectives: number(6) }) },
    { senior: times(9, { objectives: number(5) }) },
  ],
  'rollout-risk': [
    { senior: together(nine('coached', 5, point(2), point(3)), nine('room-made', 5, point(2), point(3))) },
    { senior: together(nine('coached', 5, point(2), point(3)), nine('room-made', 4, point(2), point(3))) },
  ],
  'shared-priorities': [{ senior: oneStory }, { senior: twoStories(8) }],
  'message-travelled': [
    { senior: oneStory, department: twoStories(8) },
    { senior: oneStory, department: twoStories(5) },
  ],
  'clear-owner': [{ senior: named('owns-outcome', 6) }, { senior: named('owns-outcome', 5) }],
  'not-now-list-kept': [
    { senior: nine('notnow', 6, choose('enforced'), choose('talked-about')) },
    { senior: nine('notnow', 5, choose('enforced'), choose('talked-about')) },
  ],
  'bad-news-early': [
    {
      senior: times(9, { 'bad-news-early': point(4) }),
      department: times(9, { 'bad-news-early': point(4) }),
    },
    {
      senior: times(9, { 'bad-news-early': point(4) }),
      department: times(9, { 'bad-news-early': point(3) }),
    },
  ],
  'results-written': [
    { senior: keyResults('Run the training', RESULT, 'NPS 45', 'Uptime 99.9 %') },
    // Two of three are results: 17 or 18 of 27, of which only 18 would do.
    { senior: keyResults('Run the training', RESULT, 'NPS 45') },
  ],
  'strength-alignment': strength('alignment'),
  'strength-focus': strength('focus'),
  'strength-accountability': strength('accountability'),
  'strength-decision-flow': strength('decision-flow'),
  'strength-rhythm': strength('rhythm'),
  'strength-outcomes': strength('outcomes'),
  'strength-readiness': strength('readiness'),
}
