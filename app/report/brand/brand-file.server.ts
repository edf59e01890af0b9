import type { RequestContext } from '#app/http/context.server.ts'
import { findBrand } from '#db/brands.ts'
import type { Brand } from './brand.ts'

const A_YEAR = 'public, max-age=31536000, immutable'

/** A file of a brand; 404 where there is none. Under one address it never changes. */
export async function brandFile(
  context: RequestContext,
  brandId: string | undefined,
  content: (brand: Brand) => string | Uint8Array | null,
): Promise<Response> {
  const brand = await findBrand(context.db, brandId ?? '')
  const body = brand && content(brand)
  if (body === null) throw new Response(null, { status: 404 })
  const type = typeof body === 'string' ? 'text/css; charset=utf-8' : 'image/png'
  return new Response(body as BodyInit, { headers: { 'Content-Type': type, 'Cache-Control': A_YEAR } })
}
