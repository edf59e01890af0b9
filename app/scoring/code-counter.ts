import type { Draw } from './redraw.ts'

/** An item's answers as codes 0..options - 1, a person a place; `options` stands for no answer. */
export interface CodeColumn {
  codes: Int16Array
  options: number
}

/** People of a draw by code of one item, as often as they came up; no answer comes last. */
export interface CodeCount {
  people: Int32Array
  /** Ordered pairs of two copies of one person: weight times weight less one. */
  copies: Int32Array
}

export type DrawnPeople = Pick<Draw, 'weightOf' | 'drawn' | 'distinct'>

export interface CodeCounter {
  /** One for each column: what the last draw came to. */
  counts: CodeCount[]
  count(draw: DrawnPeople): void
}

/** Joint codes beyond this many would cost more to spread out again than they save. */
const MOST_JOINT_CODES = 216
/** Joint codes pay from this many people for each of them. */
const PEOPLE_PER_CODE = 8

/**
 * Counts several items over a draw in one walk through its people. In a large group a few items share one joint code, 5 x 5 x
 * 5 points for three ratings, so that a person is met once for all of them; the joint counts are then added up by item. All
 * counts are whole numbers: how the items are put together changes no figure. `drawn`: about how many people a draw has.
 *
 * @example codeCounter([{ codes: Int16Array.of(0, 2), options: 2 }]).counts[0]?.people // => Int32Array.of(0, 0, 0)
 */
export function codeCounter(columns: readonly CodeColumn[], drawn?: number): CodeCounter {
  const people = columns.reduce((most, { codes }) => Math.max(most, codes.length), 0)
  const most = Math.min(MOST_JOINT_CODES, (drawn ?? people) / PEOPLE_PER_CODE)
  const joint = jointCodes(jointColumns(columns, most), people)
  const size = columns.reduce((sum, { options }) => sum + options + 1, 0)
  const byCode = { people: new Int32Array(size), copies: new Int32Array(size) }
  const counts = columns.map(({ options }, column) => {
    const from = columns.slice(0, column).reduce((sum, before) => sum + before.options + 1, 0)
    const to = from + options + 1
    return { people: byCode.people.subarray(from, to), copies: byCode.copies.subarray(from, to) }
  })
  return {
    counts,
    count(draw) {
      countJointly(joint, draw)
      spreadOut(joint, byCode)
    },
  }
}

/** Neighbouring columns that share a joint code of no more than `most` values. */
function jointColumns(columns: readonly CodeColumn[], most: number): CodeColumn[][] {
  const groups: CodeColumn[][] = []
  let values = Number.POSITIVE_INFINITY
  for (const column of columns) {
    values *= column.options + 1
    if (values <= most) groups.at(-1)?.push(column)
    else {
      groups.push([column])
      values = column.options + 1
    }
  }
  return groups
}

interface JointCodes {
  /** The joint codes of each person, `groups` of them; each group has values of its own. */
  rows: Int32Array
  groups: number
  people: Int32Array
  copies: Int32Array
  /** Where the columns' own codes behind each joint code are counted, `width` places each, -1 behind the last. */
  places: Int32Array
  width: number
}

function jointCodes(groups: readonly CodeColumn[][], people: number): JointCodes {
  const rows = new Int32Array(people * groups.length)
  const width = groups.reduce((most, group) => Math.max(most, group.length), 0)
  const places: number[][] = []
  let column = 0
  groups.forEach((group, index) => {
    for (let person = 0; person < people; person++) {
      rows[person * groups.length + index] = places.length + jointCode(group, person)
    }
    places.push(
      ...placesBehind(group, column).map((own) => [...own, ...new Array(width - own.length).fill(-1)]),
    )
    column += group.reduce((sum, { options }) => sum + options + 1, 0)
  })
  const [byPeople, copies] = [new Int32Array(places.length), new Int32Array(places.length)]
  return {
    rows,
    groups: groups.length,
    people: byPeople,
    copies,
    places: Int32Array.from(places.flat()),
    width,
  }
}

/** The codes as the digits of one number, each to a base of its own. A person whom a column does not know gave no answer. */
function jointCode(group: readonly CodeColumn[], person: number): number {
  return group.reduce((code, { codes, options }) => code * (options + 1) + (codes[person] ?? options), 0)
}

/** For each joint code of a group the places of its digits, the columns' counts lying one behind the other from `start` on. */
function placesBehind(group: readonly CodeColumn[], start: number): number[][] {
  let base = start
  let joint: number[][] = [[]]
  for (const { options } of group) {
    const own = Array.from({ length: options + 1 }, (_, code) => base + code)
    joint = joint.flatMap((before) => own.map((place) => [...before, place]))
    base += options + 1
  }
  return joint
}

function countJointly(
  { rows, groups, people, copies }: JointCodes,
  { weightOf, drawn, distinct }: DrawnPeople,
): void {
  people.fill(0)
  copies.fill(0)
  for (let place = 0; place < distinct; place++) {
    const person = drawn[place] as number
    const weight = weightOf[person] as number
    const start = person * groups
    for (let at = start; at < start + groups; at++) {
      const code = rows[at] as number
      people[code] = (people[code] as number) + weight
    }
    if (weight === 1) continue
    const own = weight * (weight - 1)
    for (let at = start; at < start + groups; at++) {
      const code = rows[at] as number
      copies[code] = (copies[code] as number) + own
    }
  }
}

function spreadOut({ people, copies, places, width }: JointCodes, byCode: CodeCount): void {
  byCode.people.fill(0)
  byCode.copies.fill(0)
  for (let code = 0; code < people.length; code++) {
    const count = people[code] as number
    if (count === 0) continue
    const own = copies[code] as number
    for (let at = code * width; at < (code + 1) * width; at++) {
      const place = places[at] as number
      if (place < 0) break
      byCode.people[place] = (byCode.people[place] as number) + count
      byCode.copies[place] = (byCode.copies[place] as number) + own
    }
  }
}
