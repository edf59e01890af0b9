import { sameName } from '#app/rounds/named-list.ts'

const BETWEEN_NAMES = /\s*(?:[,;/&+]|\band\b|\bor\b)\s*/iu

/**
 * What is wrong with an owner, or null. Two people who share a thing leave it to each other; a single title may well have an
 * "and" in it, so that a text is taken for several owners only where each part is somebody the engagement knows.
 */
export function ownerError(owner: string, known: readonly string[]): string | null {
  if (owner.trim() === '') return 'Please name one owner: a person, or a role that one person holds.'
  const names = new Set(known.map(sameName))
  if (names.has(sameName(owner))) return null
  const parts = owner.split(BETWEEN_NAMES).filter(Boolean)
  const several = parts.length > 1 && parts.every((part) => names.has(sameName(part)))
  return several ? 'Please name one owner. Where two share it, each waits for the other.' : null
}
