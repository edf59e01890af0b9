import type { ReactNode } from 'react'

/** What a page needs to know of the brand it is dressed in. */
export interface DressBrand {
  id: string
  name: string
  footer: string
  /** In pixels, twice the points that it takes. */
  logo: { width: number; height: number } | null
}

/** The consultant's logo or name above a page of the questionnaire, and their line below it. */
export function BrandFrame({ brand, children }: { brand: DressBrand; children: ReactNode }) {
  const { id, name, footer, logo } = brand
  return (
    <>
      {(logo || name) && (
        <header className="brand-head">
          {logo ? (
            <img
              src={`/brand/${id}/small-logo.png`}
              alt={name}
              width={Math.round(logo.width / 2)}
              height={Math.round(logo.height / 2)}
            />
          ) : (
            name
          )}
        </header>
      )}
      {children}
      {footer && <footer className="brand-foot">{footer}</footer>}
    </>
  )
}
