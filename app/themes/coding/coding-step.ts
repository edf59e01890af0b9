/** What is typed beside a theme. */
export interface ThemeWording {
  themeId: string
  name: string
  /** Null where the page did not ask for one. */
  definition: string | null
}

/**
 * One thing a person does on the coding bench. The names and definitions as they stand on the page go with it, so that
 * none is lost.
 */
export type CodingStep = { wordings: ThemeWording[] } & CodingAct

export type CodingAct =
  /** Yes to proposed groups; to a line alone it says that it stays alone. */
  | { kind: 'accept'; themeIds: string[] }
  /** No to a proposed group: its lines are alone again, and apart. */
  | { kind: 'reject'; themeId: string }
  | { kind: 'merge'; themeIds: string[] }
  /** No to joining two groups. */
  | { kind: 'apart'; themeIds: [string, string] }
  /** Into an existing theme, or where `themeId` is null into a new one called `name`. */
  | { kind: 'move'; lineIds: string[]; themeId: string | null; name: string }
  /** Out of their group, each line alone. */
  | { kind: 'take-out'; lineIds: string[] }
  /** Out of their group, together. */
  | { kind: 'split'; lineIds: string[] }
  | { kind: 'rename' }

/** Who takes a step and when. */
export interface Hand {
  coder: string
  /** YYYY-MM-DD. */
  on: string
  newId: () => string
}
