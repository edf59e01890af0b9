import { expect, test } from 'vitest'
import { confirmLead } from '#app/answers/confirm-lead.server.ts'
import { findInvitation } from '#app/answers/find-invitation.server.ts'
import { chooseLanguage, spokenTo } from '#app/answers/lead-language.server.ts'
import { loadEntrance } from '#app/answers/load-entrance.server.ts'
import { loadSource } from '#app/answers/load-source.server.ts'
import { postSection } from '#app/answers/post-section.server.ts'
import { startAnswering } from '#app/answers/start-answering.server.ts'
import { hashToken } from '#app/http/tokens.server.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { findLeadSession } from '#db/lead-sessions.ts'
import { answeringRound, LINK, NOW } from './answering-round.ts'

const pulse = findInstrument('pulse@1') as Instrument

function formWith(...fields: [string, string][]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

async function germanRound(language = 'de') {
  const { db } = await answeringRound({ instrument: pulse })
  const token = await startAnswering(db, LINK, NOW, { language })
  const session = async () => {
    const found = await findLeadSession(db, hashToken(token ?? ''), NOW.toISOString())
    if (!found) throw new Error('no session')
    return { ...found, sessionHash: hashToken(token ?? '') }
  }
  await confirmLead(db, await session(), formWith(['who', 'me']))
  return { db, session }
}

test('the first page speaks what is asked for, then the browser’s wish, then the questionnaire’s own', async () => {
  const { db } = await answeringRound({ instrument: pulse })
  const language = async (wishes: Parameters<typeof findInvitation>[2]) =>
    (await findInvitation(db, LINK, wishes))?.language
  expect(await language({})).toBe('en-GB')
  expect(await language({ browser: ['ja', 'de-CH'] })).toBe('de')
  expect(await language({ asked: 'en-GB', browser: ['de'] })).toBe('en-GB')
  expect(await language({ asked: 'xx"><b' })).toBe('en-GB')
  const german = await findInvitation(db, LINK, { asked: 'de' })
  expect(german).toMatchObject({ languages: ['en-GB', 'de'], purpose: pulse.translations?.de?.purpose })
  expect(german?.kind === 'open' && german.promise).toMatch(/^Ada Moore kann Ihre eigenen Antworten lesen/)
})

test('what was chosen at the start is remembered for the participation, in the next browser too', async () => {
  const { db, session } = await germanRound()
  const { sections, language } = await loadSource(db, await session())
  expect(language).toBe('de')
  expect(sections[0]?.title).toBe('Dieses Quartal')
  expect((await findInvitation(db, LINK, { browser: ['en'] }))?.language).toBe('de')
  const entrance = await loadEntrance(db, await session())
  expect(entrance.kind === 'ready' && entrance.page.languages).toEqual(['en-GB', 'de'])
})

test('a language that the questionnaire does not have is not taken', async () => {
  const { db, session } = await germanRound('fr')
  expect((await session()).language).toBeNull()
  expect(await chooseLanguage(db, await session(), 'fr')).toBe(false)
  expect((await spokenTo(db, await session())).language).toBe('en-GB')
})

test('the language can be changed on the way, and what was answered stays', async () => {
  const { db, session } = await germanRound()
  await postSection(
    db,
    await session(),
    'this-quarter',
    formWith(['notnow', 'enforced'], ['notnow.revision', '0']),
  )
  expect(await chooseLanguage(db, await session(), 'en-GB')).toBe(true)
  const { answers, sections } = await loadSource(db, await session())
  expect(answers.notnow).toEqual({
    state: 'answered',
    value: { kind: 'choice', option: 'enforced', text: '' },
  })
  expect(sections[0]?.title).toBe('This quarter')
})

test('errors come in the language of the lead', async () => {
  const { db, session } = await germanRound()
  const posting = await postSection(
    db,
    await session(),
    'focus',
    formWith(['all-green', '9'], ['all-green.revision', '0']),
  )
  expect(posting).toMatchObject({
    kind: 'stay',
    status: 422,
    outcome: { errors: { 'all-green': 'Bitte wählen Sie eine der angebotenen Antworten' } },
  })
})
