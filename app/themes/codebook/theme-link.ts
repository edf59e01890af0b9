/**
 * How themes of two items bear on each other. conflict: what some put first others would stop. dependency: what some put
 * first waits for what others name as a dependency.
 */
export type LinkKind = 'conflict' | 'dependency'

export type LinkState = 'proposed' | 'confirmed' | 'rejected'

export interface ThemeLink {
  /** The priority, and what stands against it or before it. */
  themeIds: [string, string]
  kind: LinkKind
  /** The reason in words. */
  why: string
  state: LinkState
  coder: string | null
  decidedOn: string | null
}
