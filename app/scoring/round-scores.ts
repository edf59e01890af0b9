import type { Construct, ItemKind, Level } from '#app/questionnaire/instrument.ts'
import type { PrivacyMode } from '#app/rounds/round.ts'
import type { Measure, PeopleCount, TooFew } from './measure.ts'
import type { PairShare } from './pair-share.ts'

/** Lower and upper limit of a plausible range. */
export type Range = readonly [low: number, high: number]

/**
 * What may be said of an agreement figure: a band only where the range allows it.
 * `too-wide`: the 90 % range touches more than a band and one neighbour. `like-random`: cannot be told from random answers.
 */
export type Band = 'divergent' | 'mixed' | 'aligned' | 'too-wide' | 'like-random'

/**
 * Whether leaving out any one person would change what is said. Outside open mode it is no more than a yes or no over the
 * whole level: `people`, how many single persons would change it, and `to`, the band that most of them would lead to, are
 * null there. Nowhere does it say whose answer it is.
 */
export interface Fragility {
  changes: boolean
  people: number | null
  to: Band | null
}

/**
 * Between which figures agreement lies while groups of lines are not confirmed: missed joins look like disagreement, and
 * free ones manufacture agreement.
 */
export interface Provisional {
  low: number
  high: number
  /** Groups of two lines or more that no person has confirmed. */
  groups: number
}

/** Agreement S = 1 - D / D0 of one item or construct, within a level or across the two. */
export interface Agreement {
  kind: 'measured'
  /** 1: all said the same; 0: no better than random answers; below 0: more opposed than random. */
  s: number
  /** People whose answers are in it (across: both levels together). */
  n: number
  /** Number of items averaged: 1 for an item. */
  items: number
  /** Mean distance of two people's answers, and the same if both answered at random. Of an item only. */
  distance: number | null
  chanceDistance: number | null
  /** Plausible ranges; null below 4 people. 90 % is shown, 95 % decides. */
  range90: Range | null
  range95: Range | null
  /**
   * The S that random answers of this many people reach one time in twenty: "aligned" is never written below it. Null
   * below 4 people, and where random answers are unanimous more often than that (a yes/no item of five people).
   */
  chanceLine: number | null
  band: Band
  /** Two camps, by the camp flag: scales and ordered choices, within one level. */
  camps: boolean
  /** Whether one person fewer would change the band. */
  fragility: Fragility
  /** Where the figure rests on lines whose grouping no person has confirmed. */
  provisional?: Provisional
}
export type AgreementResult = Agreement | TooFew

/** Cross-level loss G = (A_senior + A_department) / 2 - A_across. 0: the two levels are interchangeable. */
export interface Gap {
  kind: 'measured'
  g: number
  n: number
  range90: Range | null
  /** Permutation test of the two levels, and the same after Holm's adjustment over the constructs. Constructs only. */
  p: number | null
  holmP: number | null
  /** Whether one person fewer would change the outcome of the test; null where there is none. */
  fragile: boolean | null
}

/** A theme as one level named it. */
export interface ThemeMentions {
  themeId: string
  name: string
  people: PeopleCount
  /** People who put it first; null where the item is not ordered. */
  first: PeopleCount | null
  /** Names of the leads, in open mode only. */
  namedBy: string[] | null
}

export interface OptionCount {
  /** Option id or role id; `shared`, `nobody`, `offline`, `someone-else` or `cant-say` for an owner. */
  id: string
  label: string
  people: PeopleCount
}

/** agreed: most name the same real role; vacant: most name no real role; contested: neither. */
export type OwnershipState = 'agreed' | 'contested' | 'vacant'

/** What one level said, in the form its kind of item allows. Nothing in it stands for fewer people than may be shown. */
export type Detail =
  | {
      kind: 'scale'
      /** Mean as it may be shown, such as "3.4" or "1.5 or less". */
      mean: string
      /** Mean on the healthy polarity, rounded as shown: 1..5. */
      healthyMean: number
      /** Shares in 10 % steps of three bands from 10 people (points 1-2, 3, 4-5), of five options from 20; else null. */
      distribution: { labels: string[]; shares: string[] } | null
      /**
       * People on the unhealthy half (points 1-2 on the healthy polarity) and the healthy half (4-5). Outside open mode
       * `high` is null below 10 people: both together would be the distribution.
       */
      low: PeopleCount
      high: PeopleCount | null
      /** One point a person in open mode, sorted by size; else null. */
      points: number[] | null
    }
  | {
      kind: 'owner'
      options: OptionCount[]
      /** People whose answer is pooled because nobody else gave it. */
      pooled: number
      state: OwnershipState
      /** Whether one person fewer would change the state. */
      fragile: boolean
      /** Share of pairs of people who name the same real role, 0..1. */
      pairMatch: number
      modalRole: { label: string; people: PeopleCount } | null
      noRealOwner: PeopleCount
    }
  | { kind: 'choice'; options: OptionCount[] }
  | { kind: 'multi'; options: OptionCount[] }
  | {
      kind: 'lines'
      /** Themes that at least two people of the level named (in open mode: all), most named first. */
      themes: ThemeMentions[]
      /** Further themes, each named by one person. */
      pooled: number
      distinct: number
      /** Effective number of themes in play; null (infinite) if no pair of people shares one. */
      effectiveThemes: number | null
      /** Mean overlap of two people's lists, 0..1: Dice, and RBO_ext (p = 0.8) where the order counts. */
      meanDice: number | null
      meanRbo: number | null
      /** Mean number of lines a person gave, one decimal. */
      meanLines: number
      /** People who said that nothing comes to mind. */
      nothing: PeopleCount
      /** Kendall's W and mean Spearman correlation where everybody ranked the same full list, else null. */
      fullRanking: { w: number; meanSpearman: number } | null
    }
  /** Quartiles are null below 10 people outside open mode: they would be single people's answers. */
  | { kind: 'number'; median: number; quartiles: Range | null }
  | { kind: 'text' }

/** One item within one level. */
export interface LevelItemScore {
  kind: 'measured'
  /** People who gave an answer that counts. */
  n: number
  /** People of the level who submitted and were asked. */
  of: number
  cantSay: PeopleCount
  skipped: PeopleCount
  /** Null for numbers and texts, which are not compared. */
  agreement: AgreementResult | null
  /** 0..100: is it healthy? Too few, or not a matter of healthy or not. */
  strength: Measure | null
  detail: Detail
}
export type LevelItemResult = LevelItemScore | TooFew

export interface ItemScore {
  itemId: string
  construct: Construct
  kind: ItemKind
  wording: string
  byLevel: Record<Level, LevelItemResult | null>
  across: AgreementResult | null
  gap: Gap | TooFew | null
}

/**
 * Where a construct stands when strength and agreement are read together. shared-problem: weak, and all see it. healthy:
 * strong, and all see it. contested: weak, and they differ. narrative-gap: strong on the whole, and they differ.
 */
export type Quadrant = 'shared-problem' | 'healthy' | 'contested' | 'narrative-gap'

export interface ConstructScore {
  construct: Construct
  agreementByLevel: Record<Level, AgreementResult>
  across: AgreementResult
  gap: Gap | TooFew
  strengthByLevel: Record<Level, Measure>
  /** Null where the band of the agreement does not say whether it is high or low, or there is no strength. */
  quadrantByLevel: Record<Level, Quadrant | null>
}

/** One of the four signals of a company whose execution design is at fault. */
export interface SignalScore {
  itemId: string
  wording: string
  /** People who say often or constantly. */
  present: PeopleCount
  n: number
  /** P(more than half of such people say so), Jeffreys. */
  probability: number
}

/** The four signals over everybody who may be shown together. `probabilityTwo`: P(at least two present). */
export type SignalRule =
  | {
      kind: 'measured'
      n: number
      signals: SignalScore[]
      probabilityTwo: number
      verdict: 'met' | 'likely' | 'not-met'
      /** Whether one person fewer would change the verdict. */
      fragile: boolean
    }
  | TooFew

export interface Overload {
  kind: 'measured'
  n: number
  asked: number
  effectiveThemes: number | null
  distinct: number
  /** Null where the instrument does not ask what should stop, or too few answered it. */
  canNameStop: PeopleCount | null
  /** Which of the three tests fired. */
  reasons: ('effective-themes' | 'distinct-themes' | 'no-stop')[]
  flagged: boolean
  /** Whether one person fewer would set or lift the flag. */
  fragile: boolean
}

/** What the level believes (of ten colleagues) beside what was measured, both 0..10. */
export interface Illusion {
  kind: 'measured'
  itemId: string
  n: number
  perceived: number
  /** Of ten colleagues, how many share the most common answer of this level (theme put first; owner named). */
  shown: number
}

/** How the priority lists of each two people of a level compare. Nothing in it is about one pair, outside open mode. */
export interface OrderScore {
  kind: 'measured'
  n: number
  /** Mean overlap of two people's lists, 0..1: Dice, whatever the order, and RBO_ext, which counts it. */
  meanDice: number
  meanRbo: number
  /** Mean Dice of two random lists as long as theirs. */
  diceByChance: number
  /**
   * Of ten times that two people name the same two themes, how often in the same order (five by chance). Null where that
   * rests on too few people, or too much of it on one.
   */
  sameOrder: PairShare | null
  /** Of ten pairs of people, those who share nothing and those who share half or more. From 10 people outside open mode. */
  parts: { nothing: PairShare; half: PairShare } | null
  /** In open mode: names, the overlap (RBO_ext, 0..1) of each two of them and the number of themes they share. */
  matrix: { names: string[]; overlap: number[][]; shared: number[][] } | null
}

/** A theme that is a priority for some and a stop for others; people as they may be shown. */
export interface Collision {
  name: string
  priority: Record<Level, PeopleCount | null>
  stop: Record<Level, PeopleCount | null>
  /** Names of the leads on either side, in open mode only. */
  namedBy: { priority: string[]; stop: string[] } | null
}

/** A priority that waits for something that is named as a dependency; people as they may be shown. */
export interface Wait {
  priority: string
  dependency: string
  wanted: Record<Level, PeopleCount | null>
  needed: Record<Level, PeopleCount | null>
}

/** How the department leads stand to the senior priorities, and whether they can say what gave way. */
export interface TradeOffs {
  kind: 'measured'
  n: number
  /** Department leads who name at least one of the senior team's top three themes. */
  sharePriority: PeopleCount
  /** Department leads who do that and also name something specific that was stopped, delayed or made smaller. */
  both: PeopleCount
  /**
   * All department leads by both questions. Outside open mode null where one of the four groups is a single person or
   * nobody, which the other three would tell.
   */
  quadrant: Record<'both' | 'priorityOnly' | 'tradeOffOnly' | 'neither', number> | null
}

/**
 * What came of one department waiting for another. acknowledged: leads of the one that must provide name it, too. orphan:
 * none of them does. unasked: only they name it, and nobody of the department that waits.
 */
export type HandshakeState = 'acknowledged' | 'orphan' | 'unasked'

/** One department waiting for another, by their names. */
export interface DependencyPair {
  provider: string
  waiting: string
  /** People who name it, out of everybody who may be shown together: never out of one department. */
  people: PeopleCount
  /** In open mode only: departments are small, so that elsewhere it would be what one or two people said. */
  state: HandshakeState | null
}

/** A says that it needs something from B; does B say so, too? Counts of pairs are coded at their ends like counts of people. */
export interface Handshake {
  kind: 'measured'
  n: number
  /** Names of the departments: the rows and columns of the matrix. */
  departments: string[]
  /** Pairs that two people or more name (in open mode: all), most named first. */
  pairs: DependencyPair[]
  /** Further pairs, each named by one person. */
  pooled: number
  acknowledged: PeopleCount
  orphan: PeopleCount
  unasked: PeopleCount
  /** Share of the pairs asked for that are acknowledged, 0..1; null where nothing was asked for. */
  reciprocity: number | null
  /** People who name a dependency without saying who must provide it. */
  unowned: PeopleCount
}

/** unlinked: nobody can tell who belongs to which department. no-departments: the leads have none. */
export interface HandshakeUnknown {
  kind: 'not-known'
  reason: 'unlinked' | 'no-departments'
}

/** A list's agreement with its lines grouped in one way. */
export interface GroupedAgreement {
  s: number
  band: Band
}

/** What the grouping of lines into themes does to an agreement figure: coarse groups manufacture agreement. */
export interface ListSensitivity {
  itemId: string
  place: Level | 'across'
  coded: GroupedAgreement
  /** Every wording a theme of its own within the themes as they were coded. */
  finer: GroupedAgreement
  /** Null where no coarser grouping was given. */
  coarser: GroupedAgreement | null
  changesBand: boolean
}

/** How the key results of a level read. Lines are counted, and coded at their ends as people are: `of` is all of them. */
export interface KeyResultCounts {
  kind: 'measured'
  /** People who wrote a line that could be read. */
  n: number
  /** The lines that could be read. */
  lines: number
  activity: PeopleCount
  output: PeopleCount
  outcome: PeopleCount
}

export interface RoundScores {
  format: 'plumbline-scores/1'
  privacyMode: PrivacyMode
  smallestGroup: number
  /** Redraws behind each range, and the seed, a hash of the data. */
  redraws: number
  seed: number
  response: Record<Level, { invited: number; submitted: number | null }>
  /** Whether a level reaches the smallest group that may be shown. */
  shown: Record<Level, boolean>
  items: ItemScore[]
  constructs: ConstructScore[]
  signals: SignalRule
  overload: Record<Level, Overload | TooFew>
  illusion: Record<Level, (Illusion | TooFew)[]>
  /** Null where the instrument asks for no ordered list of priorities. */
  order: Record<Level, OrderScore | TooFew | null>
  collisions: Collision[]
  waits: Wait[]
  tradeOffs: TradeOffs | TooFew | null
  /** Null where the instrument does not ask for dependencies between departments. */
  handshake: Handshake | HandshakeUnknown | TooFew | null
  /** Null where the instrument does not ask for key results. */
  keyResults: Record<Level, KeyResultCounts | TooFew> | null
  sensitivity: ListSensitivity[]
  /** Share of department leads who name each of the senior team's top three priorities. */
  coverage: { name: string; senior: PeopleCount; department: PeopleCount }[]
  /** People of each level who name each official priority; left out where none were sealed, null where a level may not be shown. */
  recall?: ({ priority: string } & Record<Level, PeopleCount | null>)[]
}
