import { newToken } from '#app/http/tokens.server.ts'
import { findCurrentBrand, replaceBrand } from '#db/brands.ts'
import type { Db } from '#db/schema.ts'
import type { Brand, BrandLogo } from './brand.ts'
import { brandColours } from './brand-colour.ts'
import { type BrandDetails, type BrandErrors, readBrand, type TypedBrand } from './brand-details.ts'
import { makeLogo } from './make-logo.server.ts'

export interface LogoChange {
  /** The bytes of an upload; null where none was sent. */
  upload: Uint8Array | null
  remove: boolean
}

type Logos = { logo: BrandLogo | null; smallLogo: BrandLogo | null }

/** Puts a new brand in the place of the consultant's. Everything that is wrong is said at once; then nothing is changed. */
export async function editBrand(
  db: Db,
  consultantId: string,
  typed: TypedBrand,
  change: LogoChange,
): Promise<{ ok: true } | { ok: false; errors: BrandErrors }> {
  const details = readBrand(typed)
  const before = await findCurrentBrand(db, consultantId)
  const logos = await logosAfter(before, change)
  const errors = {
    ...(details.ok ? {} : details.errors),
    ...('error' in logos ? { logo: logos.error } : {}),
  }
  if (!details.ok || 'error' in logos) return { ok: false, errors }
  await replaceBrand(db, { consultantId, brand: brandOf(details.details, logos) })
  return { ok: true }
}

/** Back to how Plumbline looks by itself. Published reports keep what they were published in. */
export function removeBrand(db: Db, consultantId: string): Promise<void> {
  return replaceBrand(db, { consultantId, brand: null })
}

async function logosAfter(
  before: Brand | null,
  { upload, remove }: LogoChange,
): Promise<Logos | { error: string }> {
  if (upload) {
    const made = await makeLogo(upload)
    return made.ok ? made : { error: made.error }
  }
  if (remove || !before) return { logo: null, smallLogo: null }
  return before
}

function brandOf({ name, colour, footer }: BrandDetails, { logo, smallLogo }: Logos): Brand {
  const { askedContrast: _, ...colours } = brandColours(colour)
  return { id: newToken(), name, askedColour: colour, ...colours, footer, logo, smallLogo }
}
