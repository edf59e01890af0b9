import type { Answer } from '#app/answers/answer.ts'
import type { Item, Level } from '#app/questionnaire/instrument.ts'
import { findItem } from '#app/questionnaire/items.ts'
import { insertVote } from '#db/revotes.ts'
import { pick, randomFor } from '#scripts/simulate/random.ts'
import { drawAnswer } from '#test/helpers/drawn-answers.ts'
import type { RunningApplication } from '#test/helpers/running-application.ts'
import { type Asked, type Cookies, voteAddresses } from './addresses.ts'
import { type Company, instrumentOf, onlookerOf } from './company.ts'
import { placesIn, roleIdsOf, withRoleIds } from './seats.ts'
import { collect, type Surfaces } from './surfaces.ts'

/** What one person says to the item that the room is asked again. */
export interface Cast {
  level: Level
  place: number
  answer: Answer
}
/** Other votes than those that everybody else of the family sees cast. */
export type Casting = (casts: readonly Cast[], item: Item) => Cast[]

const VOTED_ROLES = ['role 0', 'role 1', 'role 2']
/** As many have voted when the room first looks: too few for a number. */
const FIRST = 3

interface Room {
  roundId: string
  company: Company
  cast: Casting
  cookies: Cookies
}

/** One vote from its opening to its result, and what everybody is shown on the way: after a few votes, after all, and at the end. */
export async function holdVote(app: RunningApplication, room: Room): Promise<Surfaces> {
  const { roundId, company, cookies, cast } = room
  const page = `/rounds/${roundId}/revote`
  const offered = (await app.ask(page, { cookie: cookies.consultant })).text
  const ids = Array.from(offered.matchAll(/name="item" value="([^"]+)"/g), ([, id = '']) => id)
  const itemId = pick(ids, randomFor('voted on', company.seed))
  const item = findItem(instrumentOf(company.instruments.at(-1) ?? ''), itemId)
  if (!item) throw new Error('nothing is offered to be voted on')
  const send = async (form: Record<string, string>) => {
    const reply = await app.ask(page, { cookie: cookies.consultant, form: new URLSearchParams(form) })
    if (reply.status !== 303) throw new Error(`the vote on ${itemId} was not taken: ${reply.status}`)
  }
  const look = (when: string) => collect(app, during(room), (name) => `vote ${when}, ${name}`)

  await send({ intent: 'open-vote', item: item.id })
  const { id: revoteId } = await app.db.selectFrom('revote').select('id').executeTakeFirstOrThrow()
  const casts = cast(castsOf(company, item), item)
  const take = await takerOf(app, roundId, revoteId)
  for (const one of casts.slice(0, FIRST)) await take(one)
  const begun = await look('begun')
  for (const one of casts.slice(FIRST)) await take(one)
  const open = await look('open')
  await send({ intent: 'close-vote', vote: revoteId })
  return { ...begun, ...open, ...(await look('closed')) }
}

/** Everybody who handed in; the one who looks on votes last. */
function castsOf(company: Company, item: Item): Cast[] {
  const { seed, people, begun } = company
  const onlooker = onlookerOf(company)
  const isOnlooker = ({ level, place }: Cast) => level === onlooker.level && place === onlooker.place
  const casts = item.levels.flatMap((level) =>
    Array.from({ length: people[level] - (level === begun ? 1 : 0) }, (_, place): Cast => {
      const answer = voteOf(item, seed, level, place)
      return { level, place, answer }
    }),
  )
  return [...casts.filter((one) => !isOnlooker(one)), ...casts.filter(isOnlooker)]
}

/** What somebody votes; another one for another turn. */
export function voteOf(item: Item, ...key: (string | number)[]): Answer {
  for (let turn = 0; ; turn += 1) {
    const drawn = drawAnswer(item, VOTED_ROLES, randomFor('vote', item.id, ...key, turn))
    if (drawn.state !== 'skipped') return drawn
  }
}

/** Puts votes in for the people of a round, under ids that tell the seat and not the order. */
async function takerOf({ db }: RunningApplication, roundId: string, revoteId: string) {
  const places = await placesIn(db, roundId)
  const roleIds = await roleIdsOf(db)
  return async ({ level, place, answer }: Cast) => {
    const taken = await insertVote(db, {
      id: `00000000-0000-4000-9000-${level === 'senior' ? 1 : 2}${String(place).padStart(11, '0')}`,
      revoteId,
      participationId: places[level][place] ?? '',
      level,
      answer: withRoleIds(answer, roleIds),
    })
    if (taken !== 'taken') throw new Error(`a vote was not taken: ${taken}`)
  }
}

function during({ roundId, cookies }: Room): Asked[] {
  const page = (name: string, path: string, cookie: string) => ({ name, path, cookie, hasIds: true })
  return [
    ...voteAddresses(roundId, cookies.consultant),
    page('room debrief', `/rounds/${roundId}/debrief`, cookies.consultant),
    page('viewer debrief', `/rounds/${roundId}/debrief`, cookies.viewer),
    page('viewer monitor', `/rounds/${roundId}`, cookies.viewer),
    page('lead', '/answer', cookies.lead),
    page('lead vote', '/answer/revote', cookies.lead),
  ]
}
