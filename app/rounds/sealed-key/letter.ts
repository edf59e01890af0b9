/** More would be a list of wishes, not of priorities. */
export const MOST_PRIORITIES = 5
export const LONGEST_PRIORITY = 140

/** Typed priorities, a line each, the first first; or why they cannot be sealed. */
export function readPriorities(
  text: string,
): { ok: true; priorities: string[] } | { ok: false; error: string } {
  const priorities = text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
  if (priorities.length === 0) return { ok: false, error: 'Please write at least one priority.' }
  if (priorities.length > MOST_PRIORITIES)
    return {
      ok: false,
      error: `Please keep to ${MOST_PRIORITIES} priorities; there are ${priorities.length}.`,
    }
  const long = priorities.findIndex((line) => line.length > LONGEST_PRIORITY)
  if (long >= 0)
    return { ok: false, error: `Priority ${long + 1} is longer than ${LONGEST_PRIORITY} characters.` }
  const twice = priorities.find((line, index) => priorities.indexOf(line) !== index)
  return twice ? { ok: false, error: `“${twice}” stands there twice.` } : { ok: true, priorities }
}

/**
 * The letter whose SHA-256 is made known. The random line keeps the priorities from being guessed by trying likely ones
 * against it.
 */
export function writeLetter({
  priorities,
  random,
}: {
  priorities: readonly string[]
  random: string
}): string {
  return [...priorities.map((priority, index) => `${index + 1}. ${priority}`), `Random: ${random}`, ''].join(
    '\n',
  )
}

/** The priorities of a letter, in order. */
export function prioritiesOf(letter: string): string[] {
  return letter.split('\n').flatMap((line) => /^\d+\. (.*)$/.exec(line)?.[1] ?? [])
}
