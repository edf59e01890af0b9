import { Notice } from '#app/ui/notice.tsx'
import { LEAST_CONTRAST } from './brand-colour.ts'

export interface ShownBrand {
  id: string
  name: string
  askedColour: string
  colour: string
  askedContrast: number
  contrast: number
  standsForSenior: boolean
  footer: string
  logo: { width: number; height: number } | null
  hasSmallLogo: boolean
}

/** The brand as it is used, and what had to be changed about it. */
export function BrandPreview({ brand }: { brand: ShownBrand }) {
  const { id, name, logo, footer } = brand
  return (
    <section className="stack" aria-labelledby="preview-title">
      <h2 id="preview-title">How it looks</h2>
      <div className="brand-sheet">
        {logo && (
          <img
            src={`/brand/${id}/logo.png`}
            alt={name}
            width={Math.round(logo.width / 2)}
            height={Math.round(logo.height / 2)}
          />
        )}
        <p className="brand-name">{name}</p>
        <svg viewBox="0 0 320 40" width="320" height="40" role="img" aria-label={`Colour ${brand.colour}`}>
          <rect width="320" height="40" fill={brand.colour} />
          <text x="16" y="26" fontSize="16" fill="#ffffff">
            {`White on ${brand.colour}`}
          </text>
        </svg>
        {footer && <p className="muted small">{footer}</p>}
      </div>
      <ColourWords brand={brand} />
      {logo && !brand.hasSmallLogo && (
        <Notice tone="heed">
          <p>
            The questionnaire shows your name in place of the logo: drawn small enough for a quick first view,
            this picture could no longer be read. A plainer one would do.
          </p>
        </Notice>
      )}
    </section>
  )
}

function ColourWords({ brand }: { brand: ShownBrand }) {
  const { askedColour, colour, standsForSenior } = brand
  const changed = askedColour !== colour
  return (
    <>
      {changed ? (
        <Notice tone="heed" title="Your colour is used a little darker">
          <p>
            {`${askedColour} has a contrast of ${brand.askedContrast.toFixed(1)} on white; text needs ${LEAST_CONTRAST}. ${colour} is the same hue with ${brand.contrast.toFixed(1)}, and is used in its place.`}
          </p>
        </Notice>
      ) : (
        <p>{`Contrast on white: ${brand.contrast.toFixed(1)}; text needs ${LEAST_CONTRAST}.`}</p>
      )}
      {!standsForSenior && (
        <p>
          Charts keep their own tone for the senior level: your colour is too close to that of the department
          leads.
        </p>
      )}
    </>
  )
}
