import { expect, test } from 'vitest'
import { findInvitation } from '#app/answers/find-invitation.server.ts'
import { loadEntrance } from '#app/answers/load-entrance.server.ts'
import { castVote } from '#app/answers/revote/cast-vote.server.ts'
import { loadVote } from '#app/answers/revote/load-vote.server.ts'
import { isVotable, withoutWords } from '#app/answers/revote/revote.ts'
import { startAnswering } from '#app/answers/start-answering.server.ts'
import { hashToken } from '#app/http/tokens.server.ts'
import { confirmLeadSession } from '#db/lead-sessions.ts'
import { findOpenRevote, listVotes, openRevote } from '#db/revotes.ts'
import { answeringRound, LINK, NOW, sessionOf } from '../answering-round.ts'
import { formWith } from '../asked-items.ts'

const ITEM = 'decides-conflict'

async function openVote(privacyMode: 'confidential' | 'open' = 'confidential') {
  const round = await answeringRound({ state: 'closed', privacyMode })
  const opened = { id: 'v1', roundId: 'r1', itemId: ITEM, openedOn: '2026-03-21' }
  expect(await openRevote(round.db, opened)).toBe('opened')
  const token = await startAnswering(round.db, LINK, NOW)
  const sessionHash = hashToken(token ?? '')
  await confirmLeadSession(round.db, sessionHash)
  const revote = await findOpenRevote(round.db, 'r1')
  if (!revote) throw new Error('the vote is open')
  return { ...round, revote, session: await sessionOf(round, sessionHash) }
}

test('the link of a round that is over opens while an item is asked again, and not otherwise', async () => {
  const round = await answeringRound({ state: 'closed' })
  expect(await findInvitation(round.db, LINK)).toMatchObject({ kind: 'closed' })
  expect(await startAnswering(round.db, LINK, NOW)).toBe(null)
  await openRevote(round.db, { id: 'v1', roundId: 'r1', itemId: ITEM, openedOn: '2026-03-21' })
  expect(await findInvitation(round.db, LINK)).toMatchObject({ kind: 'vote', smallest: 5 })
  expect(await startAnswering(round.db, LINK, NOW)).not.toBe(null)
})

test('it leads to the vote and to nothing else, and asks nobody to be named', async () => {
  const { db, session } = await openVote('open')
  expect(await loadEntrance(db, session)).toEqual({ kind: 'vote' })
  expect(await loadEntrance(db, { ...session, confirmed: false })).toMatchObject({
    kind: 'unconfirmed',
    page: { asksConsent: false },
  })
})

test('a vote is taken once, without words of the person’s own', async () => {
  const { db, session, revote } = await openVote()
  const form = () => formWith(['revote', 'v1'], [ITEM, 'someone-else'], [`${ITEM}.text`, 'My neighbour Dana'])
  expect(await loadVote(db, session, revote)).toMatchObject({ kind: 'ask', item: { id: ITEM } })
  expect(await castVote(db, session, revote, form())).toEqual({ kind: 'taken' })
  expect(await castVote(db, session, revote, form())).toEqual({ kind: 'already' })
  expect(await loadVote(db, session, revote)).toMatchObject({ kind: 'voted' })
  const votes = await listVotes(db, 'v1')
  expect(votes).toHaveLength(1)
  expect(JSON.stringify(votes)).not.toContain('Dana')
})

test('an empty vote is asked about, and one for another question is not counted', async () => {
  const { db, session, revote } = await openVote()
  expect(await castVote(db, session, revote, formWith(['revote', 'v1']))).toMatchObject({ kind: 'refused' })
  const older = formWith(['revote', 'v0'], [ITEM, 'nobody'])
  expect(await castVote(db, session, revote, older)).toEqual({ kind: 'closed' })
  expect(await listVotes(db, 'v1')).toEqual([])
})

test('what is answered by one touch can be voted on; lists and texts cannot', () => {
  expect(
    (['scale', 'choice', 'owner', 'lines', 'text', 'multi', 'number'] as const).filter((kind) =>
      isVotable({ kind }),
    ),
  ).toEqual(['scale', 'choice', 'owner'])
  expect(
    withoutWords({ state: 'answered', value: { kind: 'choice', option: 'specific', text: 'the rebrand' } }),
  ).toEqual({ state: 'answered', value: { kind: 'choice', option: 'specific', text: '' } })
})
