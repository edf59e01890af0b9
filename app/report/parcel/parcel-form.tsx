import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'

/** Where a parcel of another server is handed in. */
export function ParcelForm({ error }: { error?: string }) {
  return (
    <form method="post" encType="multipart/form-data" className="form">
      <ErrorSummary errors={error ? { parcel: error } : {}} />
      <Field
        name="parcel"
        label="The parcel"
        hint="A ZIP file of up to 20 MiB. Every part is checked first; if anything is wrong, nothing is taken in."
        type="file"
        accept=".zip,application/zip"
        required
        error={error}
      />
      <ul>
        <li>The engagement becomes yours. Rounds that were open arrive closed.</li>
        <li>What is here already stays as it is: an engagement that you take in twice is there twice.</li>
        <li>The days on which answers are deleted are kept to here as well.</li>
      </ul>
      <div className="buttons">
        <Button look="main">Take it in</Button>
        <LinkButton look="quiet" href="/engagements">
          Cancel
        </LinkButton>
      </div>
    </form>
  )
}
