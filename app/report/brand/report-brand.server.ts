import type { ReportBrand } from '../document.ts'
import type { Brand } from './brand.ts'

/** The part of a brand that is frozen into a report. */
export function reportBrandOf({ id, name, colour, standsForSenior, footer, logo }: Brand): ReportBrand {
  return {
    id,
    name,
    colour,
    standsForSenior,
    footer,
    logo: logo && {
      png: Buffer.from(logo.png).toString('base64'),
      width: logo.width,
      height: logo.height,
    },
  }
}
