import type { Brand } from './brand.ts'
import { contrast } from './brand-colour.ts'
import type { ShownBrand } from './brand-preview.tsx'

export function shownBrandOf({ logo, smallLogo, darkColour: _, ...brand }: Brand): ShownBrand {
  return {
    ...brand,
    askedContrast: contrast(brand.askedColour, '#ffffff'),
    contrast: contrast(brand.colour, '#ffffff'),
    logo: logo && { width: logo.width, height: logo.height },
    hasSmallLogo: smallLogo !== null,
  }
}
