import type { Meaning, VerbClass, VerbForm } from './lexicon.ts'

type Verb = NonNullable<Meaning['verb']>

/** All spellings of the listed verbs. A verb of several classes has them all. */
export function verbForms(
  classes: Readonly<Record<string, readonly string[]>>,
  irregular: Readonly<Record<string, readonly string[]>>,
): Map<string, Verb> {
  const verbs = new Map<string, Verb>()
  const bases = new Set(Object.values(classes).flat())
  for (const base of bases) {
    const own = (Object.keys(classes) as VerbClass[]).filter((name) => classes[name]?.includes(base))
    for (const [spelling, form] of spellingsOf(base, irregular[base] ?? [])) {
      const known = verbs.get(spelling)
      const forms = [...new Set([...(known?.forms ?? []), form])]
      verbs.set(spelling, { base: known?.base ?? base, classes: known?.classes ?? own, forms })
    }
  }
  return verbs
}

function spellingsOf(base: string, irregular: readonly string[]): [string, VerbForm][] {
  return [
    [base, 'base'],
    [third(base), 'third'],
    [`${stem(base)}ing`, 'gerund'],
    [base.endsWith('e') ? `${base}d` : `${pastStem(base)}ed`, 'done'],
    ...irregular.map((spelling): [string, VerbForm] => [spelling, irregularForm(spelling)]),
  ]
}

function third(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  return /(s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`
}

function stem(base: string): string {
  return base.endsWith('e') && !base.endsWith('ee') ? base.slice(0, -1) : base
}

function pastStem(base: string): string {
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}i` : base
}

function irregularForm(spelling: string): VerbForm {
  const first = spelling.split('-')[0] ?? spelling
  if (first.endsWith('ing')) return 'gerund'
  return /^(does|gets|comes|turns|shows|speeds|logs)$/.test(first) ? 'third' : 'done'
}
