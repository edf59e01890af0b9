import type { ThemeLink } from './theme-link.ts'

/** What a link says, between the names of its two themes. */
export const LINK_WORDS: Record<ThemeLink['kind'], string> = {
  conflict: 'stands against',
  dependency: 'waits for',
}
