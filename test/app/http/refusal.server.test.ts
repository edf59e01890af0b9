import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { refusalPage, refuse } from '#app/http/refusal.server.ts'

async function refused(accept: string): Promise<{ status: number; type: string; text: string }> {
  const app = express()
  app.all('*', (request, response) =>
    refuse(request, response, 413, { title: 'Too <much>', text: 'Send less & try again.' }),
  )
  const server = app.listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept, connection: 'close' } })
  const type = response.headers.get('content-type') ?? ''
  return { status: response.status, type, text: await response.text() }
}

test('a browser is given a page that looks as the other apologies do', async () => {
  const { status, type, text } = await refused('text/html,application/xhtml+xml,*/*;q=0.8')
  expect([status, type]).toEqual([413, 'text/html; charset=utf-8'])
  expect(text).toContain(
    '<main class="apology"><h1>Too &lt;much&gt;</h1><p>Send less &amp; try again.</p></main>',
  )
})

test('a script is given data, and anything else plain words', async () => {
  const data = await refused('application/json')
  expect([data.status, JSON.parse(data.text)]).toEqual([
    413,
    { error: 'Too <much>', advice: 'Send less & try again.' },
  ])
  const plain = await refused('text/plain')
  expect([plain.status, plain.text]).toEqual([413, 'Too <much>. Send less & try again.'])
})

test('a page has a title, a language, its stylesheet and nothing inline', () => {
  const page = refusalPage({ title: 'No', text: 'Not so.' })
  expect(page).toMatch(/^<!DOCTYPE html><html lang="en"/)
  expect(page).toContain('<title>No · Plumbline</title>')
  expect(page).toMatch(/<link rel="stylesheet" href="[^"]*"\/>/)
  expect(page).not.toMatch(/<script|<style|style=/)
})
