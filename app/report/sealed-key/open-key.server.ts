import type { Kysely } from 'kysely'
import type { Round } from '#app/rounds/round.ts'
import { prioritiesOf } from '#app/rounds/sealed-key/letter.ts'
import { digestOf, ownerOf } from '#app/rounds/sealed-key/seal-key.server.ts'
import { PRIORITIES } from '#app/scoring/named-items.ts'
import { unseal } from '#app/session/seal.server.ts'
import { findCodebook } from '#db/codebooks.ts'
import type { Database, Db } from '#db/schema.ts'
import { findSealedKey, type SealedKey, setKeyMatches, setKeyOpened } from '#db/sealed-keys.ts'
import { suggestThemes } from './suggest-themes.ts'

export type KeyOpened = { ok: true; digest: string } | { ok: false; error: string }

/** Opens the key of a round that is over, checks that it is what was sealed, and suggests what leads called the same. */
export async function openKey(
  db: Kysely<Database>,
  round: Pick<Round, 'id' | 'state'>,
  { secret, at }: { secret: string; at: string },
): Promise<KeyOpened> {
  if (round.state === 'draft' || round.state === 'open')
    return { ok: false, error: 'The key stays sealed until the round is closed.' }
  const key = await findSealedKey(db, round.id)
  if (!key) return { ok: false, error: 'Nothing was sealed for this round.' }
  if (key.openedAt !== null) return { ok: true, digest: key.digest }
  const letter = unsealed(key, round.id, secret)
  if (letter === null) return { ok: false, error: 'The seal is broken: this is not what was sealed.' }
  const codebook = (await findCodebook(db, round.id)) ?? { themes: [], lines: [] }
  const matches = prioritiesOf(letter).map((priority) => ({
    priority,
    themeIds: suggestThemes(priority, codebook, PRIORITIES),
  }))
  await setKeyOpened(db, round.id, { openedAt: at, letter, matches })
  return { ok: true, digest: key.digest }
}

/** Which themes say the same as each official priority, as a person has decided. */
export async function matchKey(
  db: Db,
  roundId: string,
  themesOf: (priority: number) => string[],
): Promise<void> {
  const key = await findSealedKey(db, roundId)
  if (!key?.matches) return
  const codebook = await findCodebook(db, roundId)
  const known = new Set(codebook?.themes.filter(({ itemId }) => itemId === PRIORITIES).map(({ id }) => id))
  const matches = key.matches.map(({ priority }, index) => ({
    priority,
    themeIds: themesOf(index).filter((id) => known.has(id)),
  }))
  await setKeyMatches(db, roundId, matches)
}

export async function loadKeyPage(db: Db, roundId: string) {
  const key = await findSealedKey(db, roundId)
  if (!key) return null
  const codebook = key.matches ? await findCodebook(db, roundId) : null
  const themes = (codebook?.themes ?? [])
    .filter(({ itemId }) => itemId === PRIORITIES)
    .map(({ id, name }) => ({ id, name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'))
  const { digest, sealedAt, sealedBy, openedAt, letter, matches } = key
  return { digest, sealedAt, sealedBy, openedAt, letter, matches, themes }
}

function unsealed(key: SealedKey, roundId: string, secret: string): string | null {
  try {
    const letter = unseal(secret, ownerOf(roundId), key.sealed)
    return digestOf(letter) === key.digest ? letter : null
  } catch {
    return null
  }
}
