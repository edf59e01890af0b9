import { type Kept, keyOf } from './kept.ts'
import type { Place } from './seeded-round.ts'

export const ITEM = 'priorities'

/** What one person was told about their one line, and what they have sent since without being told anything. */
export interface Entry {
  place: Place
  unlinked: boolean
  text: string
  revision: number
  pending: string | null
  /** The line as it was handed in, and as it may have been. */
  handedIn: string | null
  handingIn: boolean
}

export function newEntry(place: Place, unlinked: boolean): Entry {
  return { place, unlinked, text: '', revision: 0, pending: null, handedIn: null, handingIn: false }
}

export interface Losses {
  lost: number
  duplicates: number
  halfSubmitted: number
  damaged: number
  faults: string[]
}

/** Compares what people were told with what is there. */
export function lossesOf(entries: readonly Entry[], kept: Kept): Losses {
  const losses: Losses = {
    lost: 0,
    duplicates: 0,
    halfSubmitted: kept.halfSubmitted.length,
    damaged: 0,
    faults: [],
  }
  losses.faults.push(...kept.halfSubmitted)
  if (kept.integrity !== 'ok') {
    losses.damaged++
    losses.faults.push(`integrity_check: ${kept.integrity}`)
  }
  for (const entry of entries) {
    const verdict = entry.unlinked ? judgeUnlinked(entry, kept) : judgeLinked(entry, kept)
    if (!verdict) continue
    losses[verdict.kind]++
    losses.faults.push(`${verdict.kind}: ${verdict.words}`)
  }
  return losses
}

type Verdict = { kind: 'lost' | 'duplicates'; words: string } | null

function judgeLinked(entry: Entry, kept: Kept): Verdict {
  const key = keyOf(entry.place.participationId, ITEM)
  const submitted = kept.handedIn.get(key)
  const mayBeHandedIn = [entry.handedIn, ...(entry.handingIn ? [entry.text] : [])]
  if (!mayBeHandedIn.includes(submitted ?? null))
    return { kind: 'lost', words: `handed in "${entry.handedIn}", kept "${submitted}"` }
  return judgeDraft(entry, kept)
}

/** A saved line is there with the number of saves that were acknowledged, or with one more that was under way. */
function judgeDraft(entry: Entry, kept: Kept): Verdict {
  const draft = kept.drafts.get(keyOf(entry.place.participationId, ITEM)) ?? { text: '', revision: 0 }
  if (draft.revision === entry.revision && draft.text === entry.text) return null
  if (draft.revision === entry.revision + 1 && draft.text === entry.pending) return null
  return {
    kind: draft.revision > entry.revision ? 'duplicates' : 'lost',
    words: `told "${entry.text}" at revision ${entry.revision}, kept "${draft.text}" at ${draft.revision}`,
  }
}

function judgeUnlinked(entry: Entry, kept: Kept): Verdict {
  const times = kept.unlinked.get(entry.text) ?? 0
  if (times > 1) return { kind: 'duplicates', words: `"${entry.text}" was handed in ${times} times` }
  if (times === 1 && (entry.handedIn === entry.text || entry.handingIn)) return null
  if (entry.handedIn !== null)
    return { kind: 'lost', words: `"${entry.text}" was handed in and is not there` }
  return judgeDraft(entry, kept)
}
