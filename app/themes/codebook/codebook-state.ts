/** A version of a codebook; `lockedOn` is null while it is in the making. */
interface Version {
  version: number
  lockedOn: string | null
}

/** Locked, under the number that reports name; or open, with the number it will get. */
export type CodebookState =
  | { kind: 'locked'; version: number; lockedOn: string }
  | { kind: 'open'; version: number }

export function codebookState(latest: Version | null): CodebookState {
  if (latest?.lockedOn) return { kind: 'locked', version: latest.version, lockedOn: latest.lockedOn }
  return { kind: 'open', version: latest?.version ?? 1 }
}

export function isLocked(latest: Version | null): boolean {
  return codebookState(latest).kind === 'locked'
}
