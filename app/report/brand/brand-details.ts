import { normaliseLabel } from '#app/http/normalise-text.ts'
import { readColour } from './brand-colour.ts'

const LONGEST_NAME = 80
const LONGEST_FOOTER = 160

export interface TypedBrand {
  name: string
  colour: string
  footer: string
}

export interface BrandDetails {
  name: string
  /** `#rrggbb`. */
  colour: string
  footer: string
}

export type BrandErrors = Partial<Record<keyof TypedBrand | 'logo', string>>

export function readBrand(
  typed: TypedBrand,
): { ok: true; details: BrandDetails } | { ok: false; errors: BrandErrors } {
  const name = normaliseLabel(typed.name)
  const footer = normaliseLabel(typed.footer)
  const colour = readColour(typed.colour)
  const errors: BrandErrors = {}
  if (name === '') errors.name = 'Please give the name that stands on your reports.'
  if (name.length > LONGEST_NAME) errors.name = `A name has room for ${LONGEST_NAME} characters.`
  if (!colour) errors.colour = 'Please give a colour as six digits and letters, such as #0b4f5c.'
  if (footer.length > LONGEST_FOOTER) errors.footer = `The line has room for ${LONGEST_FOOTER} characters.`
  if (!colour || Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, details: { name, colour, footer } }
}
