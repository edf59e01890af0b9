import type { Brand, BrandLogo } from '#app/report/brand/brand.ts'
import { inTransaction } from './in-transaction.ts'
import type { Database, Db } from './schema.ts'

/** What the consultant's pages look like now; null while they look like ours. */
export async function findCurrentBrand(db: Db, consultantId: string): Promise<Brand | null> {
  const row = await db
    .selectFrom('brand')
    .selectAll()
    .where('consultant_id', '=', consultantId)
    .where('current', '=', 1)
    .executeTakeFirst()
  return row ? rowToBrand(row) : null
}

export async function findBrand(db: Db, id: string): Promise<Brand | null> {
  const row = await db.selectFrom('brand').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? rowToBrand(row) : null
}

/** What the pages of a questionnaire show of a brand: the pictures themselves are fetched apart. */
export interface PageBrand {
  id: string
  name: string
  footer: string
  /** Size of the small logo in pixels. */
  logo: { width: number; height: number } | null
}

export const PAGE_BRAND_COLUMNS = [
  'brand.id as brand_id',
  'brand.name as brand_name',
  'brand.footer as brand_footer',
  'brand.small_logo_width as brand_logo_width',
  'brand.small_logo_height as brand_logo_height',
] as const

interface PageBrandRow {
  brand_id: string | null
  brand_name: string | null
  brand_footer: string | null
  brand_logo_width: number | null
  brand_logo_height: number | null
}

export function rowToPageBrand(row: PageBrandRow): PageBrand | null {
  if (row.brand_id === null) return null
  const { brand_logo_width: width, brand_logo_height: height } = row
  return {
    id: row.brand_id,
    name: row.brand_name ?? '',
    footer: row.brand_footer ?? '',
    logo: width !== null && height !== null ? { width, height } : null,
  }
}

/** The brand that a lead's personal link is dressed in; null where it looks like ours, or leads nowhere. */
export async function findBrandOfLink(db: Db, tokenHash: string): Promise<PageBrand | null> {
  const row = await db
    .selectFrom('participation')
    .innerJoin('round', 'round.id', 'participation.round_id')
    .innerJoin('engagement', 'engagement.id', 'round.engagement_id')
    .innerJoin('brand', 'brand.consultant_id', 'engagement.consultant_id')
    .select(PAGE_BRAND_COLUMNS)
    .where('participation.token_hash', '=', tokenHash)
    .where('brand.current', '=', 1)
    .executeTakeFirst()
  return row ? rowToPageBrand(row) : null
}

/** Puts a new brand in the place of the current one, which stays for the reports that were published with it. */
export async function replaceBrand(
  db: Db,
  { consultantId, brand }: { consultantId: string; brand: Brand | null },
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await transaction
      .updateTable('brand')
      .set({ current: 0 })
      .where('consultant_id', '=', consultantId)
      .where('current', '=', 1)
      .execute()
    if (brand) await transaction.insertInto('brand').values(brandToRow(consultantId, brand)).execute()
  })
}

type Row = Database['brand']

function brandToRow(consultantId: string, brand: Brand): Row {
  const { logo, smallLogo } = brand
  return {
    id: brand.id,
    consultant_id: consultantId,
    current: 1,
    name: brand.name,
    asked_colour: brand.askedColour,
    colour: brand.colour,
    dark_colour: brand.darkColour,
    stands_for_senior: brand.standsForSenior ? 1 : 0,
    footer: brand.footer,
    logo: logo?.png ?? null,
    logo_width: logo?.width ?? null,
    logo_height: logo?.height ?? null,
    small_logo: smallLogo?.png ?? null,
    small_logo_width: smallLogo?.width ?? null,
    small_logo_height: smallLogo?.height ?? null,
  }
}

function rowToBrand(row: Row): Brand {
  return {
    id: row.id,
    name: row.name,
    askedColour: row.asked_colour,
    colour: row.colour,
    darkColour: row.dark_colour,
    standsForSenior: row.stands_for_senior === 1,
    footer: row.footer,
    logo: logoOf(row.logo, row.logo_width, row.logo_height),
    smallLogo: logoOf(row.small_logo, row.small_logo_width, row.small_logo_height),
  }
}

function logoOf(png: Uint8Array | null, width: number | null, height: number | null): BrandLogo | null {
  return png && width !== null && height !== null ? { png, width, height } : null
}
