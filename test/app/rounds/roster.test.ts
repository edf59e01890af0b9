import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_ROWS, type Roster, type RosterSettings, readRoster } from '#app/rounds/roster.ts'

const SETTINGS: RosterSettings = Object.freeze({
  departments: [
    { id: 'sales', name: 'Sales' },
    { id: 'r-d', name: 'R & D' },
  ],
  existing: [{ name: 'Dana Ruiz', email: 'dana.ruiz@example.com' }],
  addDepartments: false,
})

function read(text: string, settings: Partial<RosterSettings> = {}): Roster {
  const result = readRoster(text, { ...SETTINGS, ...settings })
  if (!result.ok) throw new Error(result.error)
  return result.roster
}

const HEADING = 'name,email,level,department,title'

test('a plain list is read into leads, with the department found by its name', () => {
  const roster = read(
    `${HEADING}\nBen Osei,ben@example.com,department,sales,Head of sales\nCara Lund,c@example.com,Senior,,`,
  )
  expect(roster.good).toEqual([
    {
      number: 2,
      departmentName: 'sales',
      details: {
        name: 'Ben Osei',
        email: 'ben@example.com',
        level: 'department',
        departmentId: 'sales',
        jobTitle: 'Head of sales',
      },
    },
    {
      number: 3,
      departmentName: '',
      details: {
        name: 'Cara Lund',
        email: 'c@example.com',
        level: 'senior',
        departmentId: null,
        jobTitle: '',
      },
    },
  ])
  expect(roster.bad).toEqual([])
  expect(roster.leftover).toBe('')
})

test.each([
  ['semicolons', 'Name;E-Mail;Level;Department\nBen;ben@example.com;senior;Sales'],
  ['tabs', 'Name\tE-mail address\tLevel\tFunction\nBen\tben@example.com\texecutive\tSales'],
  ['a byte order mark', '\uFEFFname,email,level,department\nBen,ben@example.com,senior,Sales'],
  ['columns in another order', 'Department,Level,Full name,Mail\nSales,Senior team,Ben,ben@example.com'],
  [
    'Windows line ends and blank lines',
    'name,email,level,department\r\n\r\nBen,ben@example.com,senior,Sales\r\n,,,\r\n',
  ],
  ['quotation marks', '"name","email","level","department"\n"Ben","ben@example.com","senior","Sales"'],
  ['no heading', 'Ben,ben@example.com,senior,Sales'],
])('%s are understood', (_, text) => {
  const { good, bad } = read(text)
  expect(bad).toEqual([])
  expect(
    good.map(({ details }) => [details.name, details.email, details.level, details.departmentId]),
  ).toEqual([['Ben', 'ben@example.com', 'senior', 'sales']])
})

test('a comma within quotation marks does not divide', () => {
  const [line] = read(`${HEADING}\n"Osei, Ben",ben@example.com,senior,,"Head, ""Growth"""`).good
  expect(line?.details).toMatchObject({ name: 'Osei, Ben', jobTitle: 'Head, "Growth"' })
})

test.each([
  ['Ben,ben@example.com,boss,Sales', '“boss” is not a level: write senior or department.'],
  ['Ben,ben@example.com,,Sales', 'The level is missing: write senior or department.'],
  ['Ben,ben.example.com,senior,', 'This is not an e-mail address.'],
  ['Ben,,senior,', 'The e-mail address is missing.'],
  [',ben@example.com,senior,', 'The name is missing.'],
  ['Ben,ben@example.com,department,', 'A department lead needs a department.'],
  ['Ben', 'The level is missing: write senior or department.'],
  [
    'Ben,ben@example.com,senior,Legal',
    '“Legal” is not a department of this engagement: correct it, or add it below.',
  ],
  ['Ben,DANA.ruiz@example.com,senior,', 'Dana Ruiz is a lead of this engagement already, with this address.'],
  ['"Ben,ben@example.com,senior,', 'A quotation mark is opened on this line and not closed.'],
  [`Ben,${'"'.repeat(5000)},senior,`, 'This line is too long to be one lead.'],
  [`${'B'.repeat(121)},ben@example.com,senior,`, 'The name is longer than 120 characters.'],
])('the reason why a line cannot be added is said in words: %s', (line, reason) => {
  const { good, bad, leftover } = read(`${HEADING}\n${line}`)
  expect(good).toEqual([])
  expect(bad).toEqual([{ number: 2, text: line, reason }])
  expect(leftover).toBe(`${HEADING}\n${line}`)
})

test('the second line with an address is the one at fault, whatever its case', () => {
  const { good, bad } = read(`${HEADING}\nBen,ben@example.com,senior\nBenjamin,BEN@example.com,senior`)
  expect(good.map(({ number }) => number)).toEqual([2])
  expect(bad).toMatchObject([{ number: 3, reason: 'The same address as on line 2.' }])
})

test('an unclosed quotation mark spoils its own line only', () => {
  const { good, bad } = read(
    `${HEADING}\n"Ann,ann@example.com,senior\nBen,ben@example.com,senior\nCy,cy@example.com,senior`,
  )
  expect(bad.map(({ number }) => number)).toEqual([2])
  expect(good.map(({ details }) => details.name)).toEqual(['Ben', 'Cy'])
})

test('departments that are not on the list are offered once, and taken in on demand', () => {
  const text = `${HEADING}\nBen,b@example.com,department,Legal\nCy,c@example.com,senior,legal\nEli,e@example.com,senior,IT`
  expect(read(text).unknownDepartments).toEqual(['Legal', 'IT'])
  const { good, bad } = read(text, { addDepartments: true })
  expect(bad).toEqual([])
  expect(good.map(({ departmentName, details }) => [departmentName, details.departmentId])).toEqual([
    ['Legal', null],
    ['legal', null],
    ['IT', null],
  ])
})

test('a heading that misses a column is named, and so is a list without anything in it', () => {
  expect(readRoster('name;phone\nBen;123', SETTINGS)).toEqual({
    ok: false,
    error:
      'The first line names the columns. It does not name: email, level. It should read: name, email, level, department, title.',
  })
  expect(readRoster(' \n\n ,; ', SETTINGS)).toMatchObject({ ok: false })
})

test('a list may have 1000 leads and not one more', () => {
  const lines = Array.from({ length: MOST_ROWS }, (_, index) => `P${index},p${index}@example.com,senior`)
  expect(read([HEADING, ...lines].join('\n')).good).toHaveLength(MOST_ROWS)
  expect(readRoster([HEADING, ...lines, 'One more,x@example.com,senior'].join('\n'), SETTINGS)).toEqual({
    ok: false,
    error: 'A list may have up to 1000 leads; this one has 1002 lines.',
  })
})

test('half a million lines are turned away before they are read', () => {
  const started = performance.now()
  expect(readRoster(`${HEADING}\n${'"a,b\n'.repeat(500_000)}`, SETTINGS).ok).toBe(false)
  expect(performance.now() - started).toBeLessThan(2000)
})

test.each([
  '=1+1',
  '@SUM(A1)',
  '<script>alert(1)</script>',
  'Ａｎｎ',
  'עדה',
  '🐝',
  "O'Brien",
  'R&D "lead"',
  '__proto__',
])('a strange name is a name, kept to the letter: %s', (name) => {
  const [line] = read(`email,level,name\na@example.com,senior,${name}`).good
  expect(line?.details.name).toBe(name)
})

test('no line is ever lost: each is good, or bad and word for word in the leftover', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'Ben',
      'ben@example.com',
      'senior',
      'department',
      'Sales',
      '',
      '"',
      '""',
      '"x',
      'a"b',
      ';',
      '\t',
    ),
    fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ' ')),
  )
  const line = fc.array(cell, { minLength: 1, maxLength: 6 }).map((cells) => `x${cells.join(',')}`)
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
      const { good, bad, leftover } = read([HEADING, ...lines].join('\n'))
      const numbers = [...good, ...bad].map(({ number }) => number).toSorted((a, b) => a - b)
      expect(numbers).toEqual(lines.map((_, index) => index + 2))
      expect(bad.map(({ number, text }) => [number, text])).toEqual(
        bad.map(({ number }) => [number, lines[number - 2]]),
      )
      if (bad.length > 0) expect(leftover.split('\n')).toEqual([HEADING, ...bad.map(({ text }) => text)])
    }),
  )
})
