import { describe, expect, test } from 'vitest'
import { findInstrument, listInstruments } from '#app/questionnaire/catalogue.ts'
import {
  CONSTRUCTS,
  type Instrument,
  type Item,
  type ItemKind,
  type ItemOf,
  LEVELS,
} from '#app/questionnaire/instrument.ts'
import { findItem, itemsOf, sectionsFor, wordingFor } from '#app/questionnaire/items.ts'

const full = findInstrument('full@1') as Instrument

const SIGNALS = ['added-midquarter', 'hard-to-say-no', 'all-green', 'slow-crossfunctional']
const FAILURE_MODES = ['theatre', 'deck', 'avoidance']
const SITUATIONS = ['d-conflict', 'd-dependency', 'd-missed', 'd-new-initiative']

/** Every item of the requirement, section by section, with the kind in which it is asked. */
const REQUIRED: Record<string, Record<string, ItemKind>> = {
  'this-quarter': {
    priorities: 'lines',
    'estimate-first': 'number',
    tradeoff: 'choice',
    stops: 'lines',
    notnow: 'choice',
    dependencies: 'lines',
    tiebreak: 'scale',
  },
  focus: {
    ...Object.fromEntries(SIGNALS.map((id) => [id, 'scale'] as const)),
    'name-what-not': 'scale',
    initiatives: 'number',
  },
  ownership: {
    'owns-outcome': 'owner',
    'estimate-owner': 'number',
    'closes-loop': 'owner',
    'own-result': 'scale',
    'functional-owner': 'scale',
    'acts-by-when': 'scale',
    'decision-lands': 'scale',
  },
  decisions: {
    'decides-conflict': 'owner',
    'escalates-blocked': 'owner',
    ...Object.fromEntries(SITUATIONS.map((id) => [id, 'owner'] as const)),
    'decision-lag': 'choice',
    'bad-news-early': 'scale',
  },
  rhythm: {
    'w-does': 'choice',
    'm-does': 'choice',
    'q-does': 'choice',
    'weekly-answers': 'multi',
    ...Object.fromEntries(FAILURE_MODES.map((id) => [id, 'scale'] as const)),
  },
  outcomes: {
    'key-results': 'lines',
    objectives: 'number',
    'results-not-work': 'scale',
    'bau-outside': 'scale',
    'deps-visible': 'scale',
    'few-enough': 'scale',
  },
  readiness: {
    'room-made': 'scale',
    'appraisal-apart': 'scale',
    coached: 'scale',
    'leaders-first': 'scale',
    'one-fix': 'text',
  },
}

function itemOf<Kind extends ItemKind>(id: string, kind: Kind): ItemOf<Kind> {
  const item = findItem(full, id)
  if (item?.kind !== kind) throw new Error(`${id} is not of kind ${kind}`)
  return item as ItemOf<Kind>
}

function everyWordingOf(item: Item): string[] {
  return LEVELS.map((level) => wordingFor(item, level))
}

function itemsOfKind<Kind extends ItemKind>(kind: Kind): ItemOf<Kind>[] {
  return itemsOf(full).filter((item): item is ItemOf<Kind> => item.kind === kind)
}

describe('what the full diagnostic asks', () => {
  test('every item that is required, in its section and its kind, and no other', () => {
    const asked = full.sections.map(
      (section) => [section.id, Object.fromEntries(section.items.map(({ id, kind }) => [id, kind]))] as const,
    )
    expect(asked).toEqual(Object.entries(REQUIRED))
  })

  test('one section a construct, and every item counts towards the construct of its section', () => {
    expect(full.sections.map((section) => section.construct)).toEqual([...CONSTRUCTS])
    for (const section of full.sections) {
      expect(section.items.filter((item) => item.construct !== section.construct)).toEqual([])
    }
  })

  test('both levels are asked every item, so that they can be compared', () => {
    for (const level of LEVELS) expect(sectionsFor(full, level)).toEqual(full.sections)
  })

  test('only the three lists of the first section are asked about when empty', () => {
    expect(
      itemsOf(full)
        .filter((item) => item.askedWhenEmpty)
        .map((item) => item.id),
    ).toEqual(['priorities', 'stops', 'dependencies'])
  })

  test('only priorities are put in order; all lists ask for three', () => {
    const lists = itemsOfKind('lines').map(({ id, most, asked, ordered, catalogueSize }) => {
      return { id, most, asked, ordered, catalogueSize }
    })
    expect(lists).toEqual([
      { id: 'priorities', most: 5, asked: 3, ordered: true, catalogueSize: 20 },
      { id: 'stops', most: 5, asked: 3, ordered: false, catalogueSize: 20 },
      { id: 'dependencies', most: 5, asked: 3, ordered: false, catalogueSize: 20 },
      { id: 'key-results', most: 3, asked: 3, ordered: false, catalogueSize: 20 },
    ])
  })

  test('a dependency says which department it is needed from and which needs it', () => {
    expect(itemOf('dependencies', 'lines').pickers.map((picker) => picker.id)).toEqual([
      'need-from',
      'needed-by',
    ])
  })

  test('the estimates are of ten colleagues', () => {
    for (const id of ['estimate-first', 'estimate-owner']) {
      expect(itemOf(id, 'number')).toMatchObject({ min: 0, max: 10 })
    }
  })
})

describe('which answer is healthy', () => {
  test('the four signals and the three failure modes are frequencies whose low end is healthy', () => {
    for (const id of [...SIGNALS, ...FAILURE_MODES]) {
      expect(itemOf(id, 'scale')).toMatchObject({
        labels: ['Never', 'Rarely', 'Sometimes', 'Often', 'Constantly'],
        healthyEnd: 'low',
      })
    }
  })

  test('every other scale is healthy at its high end', () => {
    const low = itemsOfKind('scale').filter((item) => item.healthyEnd === 'low')
    expect(low.map((item) => item.id)).toEqual([...SIGNALS, ...FAILURE_MODES])
  })

  test('every option of every choice says how healthy it is, with one best and one worst at least', () => {
    for (const item of itemsOfKind('choice')) {
      const strengths = item.options.map((option) => option.strength)
      expect(strengths, item.id).not.toContain(undefined)
      expect(strengths.filter((strength) => strength === 1)).toHaveLength(1)
      expect(strengths).toContain(0)
    }
  })

  test('each forum has its own healthiest purpose', () => {
    const best = (id: string) => itemOf(id, 'choice').options.find((option) => option.strength === 1)?.id
    expect([best('w-does'), best('m-does'), best('q-does')]).toEqual(['unblocks', 'reviews', 'resets'])
  })

  test('the forums offer the same purposes, so that they can be compared', () => {
    const purposes = (id: string) => itemOf(id, 'choice').options.map((option) => [option.id, option.label])
    expect(purposes('m-does')).toEqual(purposes('w-does'))
    expect(purposes('q-does')).toEqual(purposes('w-does'))
  })

  test('decision lag is the only ordered choice, and slower is never healthier', () => {
    expect(
      itemsOfKind('choice')
        .filter((item) => item.ordered)
        .map((item) => item.id),
    ).toEqual(['decision-lag'])
    const strengths = itemOf('decision-lag', 'choice').options.map((option) => option.strength ?? Number.NaN)
    expect(strengths).toEqual(strengths.toSorted((a, b) => b - a))
  })

  test('a trade-off asks for words only where something specific gave way', () => {
    expect(itemOf('tradeoff', 'choice').specify?.option).toBe('specific')
  })
})

describe('how it is worded', () => {
  const allTexts = listInstruments().flatMap((instrument) => [
    instrument.title,
    instrument.purpose,
    ...instrument.sections.flatMap((section) => [section.title, section.intro]),
    ...itemsOf(instrument).flatMap((item) => [item.help, ...everyWordingOf(item), ...labelsOf(item)]),
  ])

  function labelsOf(item: Item): string[] {
    if (item.kind === 'scale') return item.labels
    return item.kind === 'choice' || item.kind === 'multi' ? item.options.map((option) => option.label) : []
  }

  test('an item has 120 characters at most, ends with a question mark and asks one thing', () => {
    for (const wording of itemsOf(full).flatMap(everyWordingOf)) {
      expect(wording.length, wording).toBeLessThanOrEqual(120)
      expect(wording.match(/\?/g), wording).toHaveLength(1)
      expect(wording, wording).toMatch(/\?$/)
    }
  })

  test('a help text has one short paragraph at most', () => {
    for (const item of itemsOf(full)) expect(item.help.length, item.id).toBeLessThanOrEqual(120)
  })

  test('every item of a level is worded differently from every other', () => {
    for (const level of LEVELS) {
      const wordings = itemsOf(full).map((item) => wordingFor(item, level))
      expect(new Set(wordings).size).toBe(wordings.length)
    }
  })

  test('a scale labels all five points, and no two alike', () => {
    for (const item of itemsOfKind('scale')) {
      expect(new Set(item.labels.filter((label) => label !== '')).size, item.id).toBe(5)
    }
  })

  test('no word that an executive would have to look up', () => {
    const jargon =
      /\b(OKRs?|RACI|KPIs?|BAU|WIP|cadence|leverage|synerg\w*|stakeholders?|alignment|granular)\b/i
    expect(allTexts.filter((text) => jargon.test(text))).toEqual([])
  })

  test('British spelling, curly marks, single spaces, no stray white space', () => {
    const american = /\b\w+(ize|izes|ized|izing|ization)\b|\b(color|behavior|center|program)\b/i
    expect(allTexts.filter((text) => american.test(text))).toEqual([])
    expect(allTexts.filter((text) => /['"]| {2}|^\s|\s$/.test(text))).toEqual([])
  })
})
