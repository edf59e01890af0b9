import type { Brand } from './brand.ts'
import { darkened } from './brand-colour.ts'

type Colours = Pick<Brand, 'colour' | 'darkColour' | 'standsForSenior'>

/** A report is paper in any light. Charts keep their own tones where the brand's could be taken for the other level. */
export function reportBrandCss(brand: Colours): string {
  const senior = brand.standsForSenior ? `--senior:${brand.colour};` : ''
  return `:root{--brand:${brand.colour};--accent:${brand.colour};--accent-strong:${darkened(brand.colour)};${senior}}\n`
}

/** The questionnaire follows the reader into the dark. */
export function questionnaireBrandCss(brand: Colours): string {
  const { colour, darkColour } = brand
  const light = `:root{--accent:${colour};--accent-strong:${darkened(colour)}}`
  const dark = `:root{--accent:${darkColour};--accent-strong:${darkColour}}`
  return `${light}\n@media (prefers-color-scheme:dark){${dark}}\n`
}
