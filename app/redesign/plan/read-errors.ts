import { PLAN_SCHEMAS, type PlanContent, type PlanKind } from './plan.ts'

/** What is wrong with a content, by the field that it stands in; null where nothing is. */
export function readErrors<Kind extends PlanKind>(
  kind: Kind,
  content: PlanContent<Kind>,
): Record<string, string> | null {
  const parsed = PLAN_SCHEMAS[kind].safeParse(content)
  if (parsed.success) return null
  const entries = parsed.error.issues.map(({ path, code, ...issue }) => {
    const most = code === 'too_big' && 'maximum' in issue ? Number(issue.maximum) : null
    return [String(path[0] ?? 'form'), most === null ? wordsOf(code) : tooLong(most)]
  })
  return Object.fromEntries(entries)
}

function tooLong(most: number): string {
  return `Please keep to ${most.toLocaleString('en')} at most.`
}

function wordsOf(code: string): string {
  return code === 'too_small' ? 'Please fill this in.' : 'Please check this: it cannot be read.'
}
