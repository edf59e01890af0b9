import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary, type FieldErrors } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { LEAD_NAMES } from './count-words.ts'
import type { Department, Lead } from './engagement.ts'
import type { TypedLead } from './lead-details.ts'
import { PersonFields, PostFields } from './lead-fields.tsx'

interface ReplaceFormProps {
  former: Lead
  departments: readonly Department[]
  /** Open rounds with a place of the former lead. */
  places: readonly { title: string; handedIn: boolean }[]
  typed: TypedLead
  errors: FieldErrors
  back: string
}

/** Who comes instead of a lead, and what that means for the rounds that are open. */
export function ReplaceForm({ former, departments, places, typed, errors, back }: ReplaceFormProps) {
  return (
    <form method="post" className="form">
      <ErrorSummary errors={errors} />
      <Notice title="What happens">
        <p>{`${former.name} is no longer asked in later rounds. Rounds that are over stay as they are.`}</p>
        {places.map((place) => (
          <p key={place.title}>{placeWords(former.name, place)}</p>
        ))}
      </Notice>
      <PersonFields typed={typed} errors={errors} />
      <PostFields typed={typed} errors={errors} departments={departments} />
      <p className="hint">{`The level stays: ${LEAD_NAMES[former.level].toLowerCase()}.`}</p>
      {places.some(({ handedIn }) => handedIn) && (
        <label className="tick">
          <input type="checkbox" name="askedAsWell" value="1" />
          <span>{`Ask the newcomer as well where ${former.name} has handed in. Then both count.`}</span>
        </label>
      )}
      <div className="buttons">
        <Button look="main">{`Replace ${former.name}`}</Button>
        <LinkButton look="quiet" href={back}>
          Cancel
        </LinkButton>
      </div>
    </form>
  )
}

function placeWords(name: string, { title, handedIn }: { title: string; handedIn: boolean }): string {
  return handedIn
    ? `“${title}”: what ${name} handed in stays and counts as theirs. The newcomer is asked only if you say so below.`
    : `“${title}”: the link of ${name} dies at once, and the newcomer gets a place with a link of their own. What ${name} had begun is not shown to them.`
}
