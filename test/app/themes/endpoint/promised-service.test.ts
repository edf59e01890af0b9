import { expect, onTestFinished, test } from 'vitest'
import { linkToken } from '#app/http/tokens.server.ts'
import { settingsForRound } from '#app/themes/proposer.server.ts'
import { listParticipations } from '#db/participations.ts'
import { runApplication } from '#test/helpers/running-application.ts'
import { seedClient } from '#test/helpers/seeded-client.ts'

const CONFIG = { themesUrl: 'https://themes.example.org/group' }

test('a round opened while a service is named promises it; other rounds never send their lines', async () => {
  const app = await runApplication()
  onTestFinished(() => app.close())
  const client = await seedClient(app, { name: 'ada' })
  expect(await settingsForRound(app.db, client.rounds.open, CONFIG)).toEqual({})
  app.config.themesUrl = CONFIG.themesUrl
  const cookie = client.cookies.consultant
  const draft = `/rounds/${client.rounds.draft}`
  expect((await app.ask(`${draft}/preview`, { cookie })).text).toContain('go to themes.example.org')
  const opened = await app.ask(draft, { cookie, form: new URLSearchParams({ intent: 'open' }) })
  expect(opened.status).toBe(303)
  expect(await settingsForRound(app.db, client.rounds.draft, CONFIG)).toEqual(CONFIG)
  expect(await settingsForRound(app.db, client.rounds.draft, { themesUrl: 'https://other.example' })).toEqual(
    {},
  )
  const [place] = await listParticipations(app.db, client.rounds.draft)
  const link = `/p/${linkToken(app.config.secret, 'p', place?.participation.id ?? '', 1)}`
  expect((await app.ask(link)).text).toContain('Lines you write go to themes.example.org to be grouped')
  expect((await app.ask(`/p/${client.linkTokens[0]}`)).text).not.toContain('themes.example.org')
})
