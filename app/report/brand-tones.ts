import type { Tone } from '#app/charts/scene.ts'
import type { ReportDocument } from './document.ts'
import { TONE_COLOURS } from './paper/paper-style.ts'

/** The colours of a report's pictures in files of their own: the palette, with the brand where it can stand for a level. */
export function tonesOf({ brand }: Pick<ReportDocument, 'brand'>): Record<Tone, string> {
  return brand?.standsForSenior ? { ...TONE_COLOURS, senior: brand.colour } : TONE_COLOURS
}

/** The one colour that titles, rules and links are accented with. */
export function accentOf({ brand }: Pick<ReportDocument, 'brand'>): string {
  return brand?.colour ?? TONE_COLOURS.senior
}
