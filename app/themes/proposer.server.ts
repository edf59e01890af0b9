import type { Kysely } from 'kysely'
import { findLinesGoTo } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { breathe } from './breathe.server.ts'
import { localComparers } from './comparers.server.ts'
import { serviceOf } from './endpoint/endpoint-address.ts'
import { endpointProposer } from './endpoint/endpoint-proposer.server.ts'
import { firstThatAnswers } from './first-that-answers.ts'
import { groupingProposer } from './grouping/group-lines.ts'
import type { TextEncoder, ThemeProposer } from './proposal.ts'
import { englishDictionary } from './reading/english.server.ts'

/** What an administrator may set; without it, lines never leave the server. */
export interface ProposerConfig {
  themesUrl?: string
}

/** The settings for one round: an endpoint that its leads were not told of does not get their lines. */
export async function settingsForRound(
  db: Kysely<Database>,
  roundId: string,
  config: ProposerConfig,
): Promise<ProposerConfig> {
  const service = serviceOf(config)
  return service !== null && (await findLinesGoTo(db, roundId)) === service ? config : {}
}

/**
 * The proposer of this server: the endpoint that the administrator named, if any; then by meaning, where the encoder is
 * installed; then by words alone. Whoever answers is named by the proposal's `proposerId`; a `notice` says who did not.
 */
export function proposerFor(
  db: Kysely<Database>,
  { themesUrl }: ProposerConfig = {},
  encoder?: TextEncoder,
): ThemeProposer {
  const [byMeaning, byWords] = localComparers(db, encoder).map((comparer) =>
    groupingProposer(comparer, englishDictionary(), breathe),
  ) as [ThemeProposer, ThemeProposer]
  return firstThatAnswers([
    ...(themesUrl
      ? [{ name: 'The endpoint for themes', proposer: endpointProposer(themesUrl, byWords) }]
      : []),
    { name: 'The sentence encoder', proposer: byMeaning },
    { name: 'Word matching', proposer: byWords },
  ])
}
