/** What the machine compared the lines by, as the page says it. */
export function proposerWords(proposerId: string | null): string {
  if (proposerId === null) return 'No suggestions have been made yet.'
  if (/^wording/.test(proposerId)) return 'Only lines of the same wording are suggested.'
  if (/^lexical/.test(proposerId))
    return 'Suggestions by word matching only: the sentence model is not installed, so expect to find more by hand.'
  return 'Suggestions by meaning and wording.'
}
