import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { addressOf } from '#app/http/address.server.ts'
import { ROUTE_TABLE } from '#app/http/route-table.ts'

const files = readdirSync(resolve(import.meta.dirname, '../../../app/routes'))

test('every route file stands in the table, and every line of the table has its file', () => {
  expect(files.toSorted()).toEqual(ROUTE_TABLE.map(({ file }) => file).toSorted())
})

test('only the doors are open to everybody', () => {
  const open = ROUTE_TABLE.filter(({ guard }) => guard === 'public').map(({ path }) => path)
  expect(open).toEqual([
    '/',
    '/setup',
    '/sign-in',
    '/sign-in/code',
    '/sign-in/again',
    '/sign-in/forgotten',
    '/reset/:token',
    '/join/:token',
    '/link-needed',
    '/code',
    '/p/:token',
    '/answer/leave',
    '/brand/:brandId/report.css',
    '/brand/:brandId/questionnaire.css',
    '/brand/:brandId/logo.png',
    '/brand/:brandId/small-logo.png',
    '/r/:token',
    '/g/:token',
  ])
})

test.each([
  ['/rounds/abc/report.pdf', 'consultant'],
  ['/rounds/abc/report', 'consultant'],
  ['/engagements/abc/leads/import', 'consultant'],
  ['/answer/review', 'lead'],
  ['/answer/this-quarter/save', 'lead'],
  ['/answer/leave', 'public'],
  ['/report.pdf', 'reader'],
  ['/report/', 'reader'],
])('%s is guarded for the %s', (path, guard) => {
  expect(addressOf(path).entry?.guard).toBe(guard)
})
