import { expect, test } from 'vitest'
import { promiseIn, wordsIn } from '#app/answers/words.ts'
import { promiseOf } from '#app/rounds/promise.ts'
import { PRIVACY_MODES } from '#app/rounds/round.ts'

test('open: the lead is told that the name stands beside the answers, and is asked first', () => {
  const promise = promiseOf('open', 'Ada Moore', 5)
  expect(promise).toContain('carry your name')
  expect(promise).toContain('agreed')
})

test('confidential: the lead is told who reads single answers and how small a group may be', () => {
  const promise = promiseOf('confidential', 'Ada Moore', 6)
  expect(promise).toContain('Ada Moore can read your own answers, and nobody else')
  expect(promise).toContain('a second person may sort single lines, not seeing whose they are')
  expect(promise).toContain('groups of 6 people or more')
})

test('unlinked: the lead is told that nobody can tell, and that nothing can be changed afterwards', () => {
  const promise = promiseOf('unlinked', 'Ada Moore', 5)
  expect(promise).toContain('can no longer be traced to you: not by Ada Moore, not by this server')
  expect(promise).toContain('cannot be changed')
})

test('where lines go to a service outside, the promise names it', () => {
  for (const mode of PRIVACY_MODES) {
    expect(promiseOf(mode, 'Ada Moore', 5)).not.toContain('themes.example.org')
    const promise = promiseOf(mode, 'Ada Moore', 5, '2027-03-14', 'themes.example.org')
    expect(promise).toContain(
      'Lines you write go to themes.example.org to be grouped, without names or levels.',
    )
    const round = {
      privacyMode: mode,
      smallestGroup: 5,
      keepUntil: '2027-03-14',
      linesGoTo: 'themes.example.org',
    }
    expect(promiseIn(wordsIn('en'), round, 'Ada Moore', 'en')).toBe(promise)
  }
})

test('every promise fits on a phone: no more than 300 characters', () => {
  for (const mode of PRIVACY_MODES) expect(promiseOf(mode, 'Ada Moore', 5).length).toBeLessThan(300)
})

test('the promise names the day on which answers are deleted, and says so in the words of the questionnaire', () => {
  const promise = promiseOf('confidential', 'Ada Moore', 5, '2027-03-14')
  expect(promise).toContain('On 14 March 2027 at the latest the answers are deleted here')
  const round = { privacyMode: 'confidential' as const, smallestGroup: 5, keepUntil: '2027-03-14' }
  expect(promiseIn(wordsIn('en'), round, 'Ada Moore', 'en')).toBe(promise)
  expect(promiseIn(wordsIn('de'), round, 'Ada Moore', 'de')).toContain('14. März 2027')
})
