import { expect, test } from 'vitest'
import { identityOf, shortName } from '#app/answers/who-you-are.ts'

test.each([
  ['Dana Meyer', 'Dana M.'],
  ['Dana van der Meer', 'Dana M.'],
  ['  Zoë   Ångström ', 'Zoë Å.'],
  ['Cher', 'Cher'],
  ['𝒜da 𝒷ell', '𝒜da 𝒷.'],
])('%s is known as %s', (name, short) => {
  expect(shortName(name)).toBe(short)
})

test('the department says which Dana; without one the job does', () => {
  const departments = [{ id: 'finance', name: 'Finance' }]
  const lead = { name: 'Dana Meyer', departmentId: 'finance', jobTitle: 'Controller' }
  expect(identityOf(lead, departments)).toBe('Dana M., Finance')
  expect(identityOf({ ...lead, departmentId: null }, departments)).toBe('Dana M., Controller')
  expect(identityOf({ ...lead, departmentId: null, jobTitle: '' }, departments)).toBe('Dana M.')
})
