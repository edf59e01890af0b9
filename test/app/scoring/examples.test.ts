import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../../app/scoring')

interface Example {
  file: string
  expression: string
  expected: string
  decimals: number
}

/** Every `@example` of the room: an expression, `// =>`, and its value; "(to n decimals)" where it is rounded. */
const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap(examplesOf)

function examplesOf(file: string): Example[] {
  const text = readFileSync(join(folder, file), 'utf8')
  return [...text.matchAll(/@example([\s\S]*?)(?=@example|\*\/)/g)].map(([, body = '']) => {
    const line = body.replace(/\n\s*\*/g, ' ').trim()
    const [expression = '', value = ''] = line.split('// =>')
    const note = /\(to (\d) decimals\)\s*$/.exec(value)
    return {
      file,
      expression: expression.trim(),
      expected: value.replace(/\((?:[a-z]|to |\d+ of)[^()]*\)\s*$/, '').trim(),
      decimals: note ? Number(note[1]) : 9,
    }
  })
}

test('the measures have examples', () => {
  expect(examples.length).toBeGreaterThan(25)
})

test.each(examples)('$file: $expression', async ({ file, expression, expected, decimals }) => {
  const module = (await import(join(folder, file))) as Record<string, unknown>
  const run = (source: string) =>
    new Function(...Object.keys(module), `return (${source})`)(...Object.values(module)) as unknown
  expectClose(run(expression), run(expected), decimals)
})

function expectClose(got: unknown, expected: unknown, decimals: number): void {
  if (typeof expected === 'number') {
    expect(got).toBeCloseTo(expected, decimals)
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(got as object)).toEqual(Object.keys(expected))
    for (const [key, value] of Object.entries(expected)) {
      expectClose((got as Record<string, unknown>)[key], value, decimals)
    }
  } else {
    expect(got).toBe(expected)
  }
}
