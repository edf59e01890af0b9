import { expect, test } from 'vitest'
import { hashToken } from '#app/http/tokens.server.ts'
import { settleCommitment } from '#app/redesign/commitments/settle-commitment.server.ts'
import {
  followProgress,
  leadsToProgress,
  listProgressLinks,
  loadProgress,
  shareProgress,
} from '#app/redesign/commitments/share-progress.server.ts'
import { addToPlan } from '#app/redesign/plan/change-plan.server.ts'
import { findProgressSession, revokeProgressShare } from '#db/progress-shares.ts'
import { memoryDatabase, seedRound } from '../../../db/fixtures.ts'

const NOW = new Date('2026-03-09T09:00:00Z')
const AFTER = new Date('2026-06-08T09:00:00Z')
const LINKS = { secret: 'a secret of the test', baseUrl: 'https://plumbline.example.org' }
const ANNA = { engagementId: 'e-1', by: 'Anna', on: '2026-03-02' }

async function shared() {
  const db = await memoryDatabase()
  await seedRound(db)
  await shareProgress(db, { engagementId: 'e-1', now: NOW }, LINKS)
  const [link] = await listProgressLinks(db, 'e-1', NOW, LINKS)
  return { db, link, token: link?.url.split('/g/')[1] ?? '' }
}

test('a link opens the progress of its own engagement', async () => {
  const { db, token } = await shared()
  const session = await followProgress(db, token, NOW)
  expect(await findProgressSession(db, hashToken(session ?? ''), NOW.toISOString())).toBe('e-1')
})

test('a link that is ended, out of date or made up opens nothing', async () => {
  const { db, link, token } = await shared()
  expect(await leadsToProgress(db, `${token.slice(0, -1)}0`, NOW)).toBe(false)
  expect(await followProgress(db, token, AFTER)).toBeNull()
  const session = await followProgress(db, token, NOW)
  expect(await revokeProgressShare(db, { id: link?.id ?? '', engagementId: 'e-other' })).toBe(false)
  expect(await revokeProgressShare(db, { id: link?.id ?? '', engagementId: 'e-1' })).toBe(true)
  expect(await findProgressSession(db, hashToken(session ?? ''), NOW.toISOString())).toBeNull()
  expect(await followProgress(db, token, NOW)).toBeNull()
})

test('what is ticked off counts as kept on the sponsor’s page', async () => {
  const { db } = await shared()
  const decision = {
    wording: 'One owner each',
    owner: 'Dana',
    due: '2026-03-01',
    ruleId: '',
    roundId: '',
    note: '',
  }
  const entry = await addToPlan(db, ANNA, 'decision', { ...decision, state: 'open' })
  expect((await loadProgress(db, 'e-1', '2026-03-09'))?.kept).toEqual({ kept: 0, due: 1 })
  const form = new FormData()
  for (const [name, value] of Object.entries({ entry: entry.id, kind: 'decision', revision: '1' }))
    form.set(name, value)
  expect(await settleCommitment(db, ANNA, form)).toMatchObject({ ok: true })
  expect((await loadProgress(db, 'e-1', '2026-03-09'))?.kept).toEqual({ kept: 1, due: 1 })
  expect(await settleCommitment(db, ANNA, form)).toMatchObject({ ok: false, status: 409 })
})
