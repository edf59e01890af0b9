import { nameKey } from './people-of.ts'

const NOBODY =
  /^(tbc|tbd|tba|n\.?\s?n\.?|n\/a|open|none|nobody|no ?one|all|all of us|everyone|everybody|anyone|(the )?(whole )?team|various|shared|to be .*|[?-]+)$/
const ROTATES = /\b(rotat\w*|in turns?|by turns|alternat\w*|whoever)\b/
const JOINED = /\s(?:and|&|or)\s|[;/+]/
/** "Head of sales and marketing" is one person. */
const TITLE = /\b(director|officer|head|lead|leader|manager|chief|president|vp)\b/

export type OwnerState = 'fixed' | 'missing' | 'nobody' | 'rotating' | 'several'

/** Whether a forum's owner is one person or role. A name that the engagement knows is one, whatever it looks like. */
export function ownerState(owner: string, known: readonly string[]): OwnerState {
  const key = nameKey(owner)
  if (key === '') return 'missing'
  const keys = known.map(nameKey).filter(Boolean)
  if (keys.includes(key)) return 'fixed'
  if (ROTATES.test(key)) return 'rotating'
  if (NOBODY.test(key)) return 'nobody'
  const several =
    (JOINED.test(key) && !TITLE.test(key)) || keys.filter((name) => key.includes(name)).length > 1
  return several ? 'several' : 'fixed'
}
