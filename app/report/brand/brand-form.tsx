import { Button } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import type { BrandErrors, TypedBrand } from './brand-details.ts'

interface BrandFormProps {
  typed: TypedBrand
  errors: BrandErrors
  hasLogo: boolean
  /** Kilobytes that an upload may have. */
  most: number
}

export function BrandForm({ typed, errors, hasLogo, most }: BrandFormProps) {
  return (
    <form method="post" className="form" encType="multipart/form-data">
      <ErrorSummary errors={errors} />
      <Field
        name="name"
        label="Name"
        hint="Your consultancy, as readers know it. It stands in for the logo where pictures are not seen."
        defaultValue={typed.name}
        error={errors.name}
        autoComplete="organization"
        required
      />
      <Field
        className="short"
        name="colour"
        type="color"
        label="Colour"
        hint="For titles’ accents, links, buttons and, where it cannot be mistaken, the senior level in charts."
        defaultValue={typed.colour}
        error={errors.colour}
      />
      <Field
        name="logo"
        type="file"
        label="Logo"
        hint={`PNG or JPEG, up to ${most} KB. It is drawn anew and made small; it stands on white.`}
        accept="image/png,image/jpeg"
        error={errors.logo}
      />
      {hasLogo && (
        <label className="tick">
          <input type="checkbox" name="remove" value="1" />
          Do without a logo
        </label>
      )}
      <Field
        name="footer"
        label="Line at the foot"
        hint="Address, web site or legal line; may stay empty."
        defaultValue={typed.footer}
        error={errors.footer}
      />
      <Button look="main" name="intent" value="save">
        Save the brand
      </Button>
    </form>
  )
}

export function RemoveBrand() {
  return (
    <Confirm ask="Go back to no brand" act="Take the brand off" intent="remove" look="danger">
      <p>Questionnaires and drafts look like Plumbline again. Published reports keep the brand they have.</p>
    </Confirm>
  )
}
