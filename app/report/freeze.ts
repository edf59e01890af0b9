/**
 * Whether a round may be published again. Between two versions of one report that rest on different answers, whoever holds both
 * can subtract: so the answers that came and those that went must each be nobody's, or those of enough people. A key says before
 * its colon which round the answers belong to, and each round is looked at by itself.
 */
export function mayPublishAgain(
  published: readonly string[],
  current: readonly string[],
  smallestGroup: number,
): boolean {
  const before = new Set(published)
  const now = new Set(current)
  const came = current.filter((key) => !before.has(key))
  const went = published.filter((key) => !now.has(key))
  return [came, went].every((changed) => peopleByRound(changed).every((people) => people >= smallestGroup))
}

function peopleByRound(keys: readonly string[]): number[] {
  const rounds = keys.map((key) => key.split(':')[0])
  return [...new Set(rounds)].map((round) => rounds.filter((other) => other === round).length)
}

/** Why a round is not published again, in words. */
export function heldBackWords(smallestGroup: number): string {
  return `A version of this report is published already, and since then the answers of fewer than ${smallestGroup} people have come, gone or changed. Whoever holds both versions could work out what those people said, so the published version stays as it is.`
}
