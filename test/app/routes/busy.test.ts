import { expect, onTestFinished, test } from 'vitest'
import { openNative } from '#db/native.ts'
import { databasePath } from '#test/db/fixtures.ts'
import { runApplication } from '#test/helpers/running-application.ts'
import { seedClient } from '#test/helpers/seeded-client.ts'

test('while another program holds the database, every kind of answer is 503 and says so; afterwards it works', async () => {
  const path = databasePath()
  const app = await runApplication({ databasePath: path })
  const client = await seedClient(app, { name: 'ada' })
  const stranger = await openNative(path)
  onTestFinished(async () => {
    stranger.close()
    await app.close()
  })
  const section = `/answer/${client.sectionIds[0]}`
  const save = () => ({
    cookie: client.cookies.lead,
    form: new URLSearchParams({ 'priorities.1': 'Kept', 'priorities.revision': '0', go: 'stay' }),
  })
  stranger.exec('begin immediate')
  for (const address of [section, `${section}/save`]) {
    const { status, headers, text } = await app.ask(address, save())
    expect([address, status, headers.get('retry-after')]).toEqual([address, 503, '2'])
    expect(text).toContain('busy')
    expect(text).not.toContain('    at ')
    if (address === section) {
      expect(text).toContain('This is not saved yet')
      expect(text).toMatch(/name="priorities\.1"[^>]*value="Kept"|value="Kept"[^>]*name="priorities\.1"/)
    }
  }
  stranger.exec('rollback')
  expect((await app.ask(`${section}/save`, save())).status).toBe(200)
})
