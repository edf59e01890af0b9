import type { Executives, Person } from '#scripts/simulate/read-executives.ts'
import { ferries } from './open-round.ts'

const FIRST = ['Anouk', 'Bodil', 'Cem', 'Dana', 'Emre', 'Fenna', 'Goran', 'Hanneke', 'Ilse', 'Jonas']
const LAST = ['de Wit', 'Østergård', 'Kaya', 'Łukasik', 'Müller', "O'Neill", 'van Dijk']
export const DEPARTMENTS = ['Fleet', 'Ports', 'Crewing', 'Sales', 'Finance'] as const

/** The ferries grown to ten senior leads and fifteen department leads, three in each department. */
export function companyOf25(): Executives {
  const people = Array.from(
    { length: 25 },
    (_, index): Person => ({
      id: `P${index + 1}`,
      name: `${FIRST[index % FIRST.length]} ${LAST[index % LAST.length]}`,
      email: `p${index + 1}@kestrel.example`,
      role: index < 10 ? `Director ${index + 1}` : `Head ${index - 9}`,
      department: DEPARTMENTS[index % DEPARTMENTS.length] ?? 'Fleet',
      level: index < 10 ? 'senior' : 'department',
    }),
  )
  return { ...ferries(), people }
}

/** The name of the theme of any line: what the company wrote has one, whatever else was typed goes together. */
export class ThemeOfLine extends Map<string, string> {
  constructor({ questions, themes }: Executives) {
    const lines = questions.flatMap(({ lines }) => lines)
    super(lines.map(({ text, theme }) => [text, themes[theme] ?? theme]))
  }
  override has(): boolean {
    return true
  }
  override get(text: string): string {
    return super.get(text) ?? 'Something else'
  }
}
