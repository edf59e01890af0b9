import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, type FieldErrors } from '#app/ui/error-summary.tsx'
import { Select, type SelectOption, TextArea } from '#app/ui/field.tsx'
import { QUOTES, type QuoteCandidate, type ReleasedQuote } from './quote.ts'

export interface QuoteDesk {
  candidate: QuoteCandidate
  wording: string
  /** Its release, where it has been released. */
  released: ReleasedQuote | null
  /** Place among the texts, from one, and how many there are. */
  place: number
  of: number
  before: string | null
  after: string | null
}

interface Typed {
  extract: string
  finding: string
  read: boolean
}

interface QuoteDeskViewProps {
  desk: QuoteDesk
  findings: readonly SelectOption[]
  typed: Typed | null
  errors: FieldErrors
}

/** One text at a time, without a name or a level: what is released is decided by the words alone. */
export function QuoteDeskView({ desk, findings, typed, errors }: QuoteDeskViewProps) {
  const { candidate, wording, released, place, of, before, after } = desk
  const extract = typed?.extract ?? released?.extract ?? candidate.text
  return (
    <section className="stack" aria-labelledby="text-title">
      <div className="section-head">
        <h2 id="text-title">{`Text ${place} of ${of}${released ? ', released' : ''}`}</h2>
        <nav className="buttons" aria-label="Texts">
          {before && <a href={`?at=${before}`}>Previous</a>}
          {after && <a href={`?at=${after}`}>Next</a>}
        </nav>
      </div>
      <p className="muted">{wording}</p>
      <blockquote className="said">{candidate.text}</blockquote>
      <form method="post" className="form quote-words">
        <ErrorSummary errors={errors} />
        <input type="hidden" name="id" value={candidate.id} />
        <TextArea
          name="extract"
          label="What is printed"
          hint="The author’s own words, in their order. Put […] in the place of names, places, numbers and turns of phrase that would give somebody away."
          rows={4}
          defaultValue={extract}
          error={errors.extract}
        />
        <Select
          name="finding"
          label="The finding it belongs to"
          options={[{ value: '', label: 'Choose a finding' }, ...findings]}
          defaultValue={typed?.finding ?? released?.ruleId ?? ''}
          error={errors.finding}
        />
        <div>
          <label className="tick">
            <input type="checkbox" id="read" name="read" value="1" defaultChecked={typed?.read ?? false} />
            Nobody who knows these people can tell from these words who wrote them.
          </label>
          {errors.read && <p className="wrong">{errors.read}</p>}
        </div>
        <div className="buttons">
          <Button look="main" name="intent" value="release">
            {released ? 'Release it as it is here' : 'Release this quote'}
          </Button>
          {released && (
            <Button name="intent" value="withdraw">
              Take it back
            </Button>
          )}
        </div>
      </form>
    </section>
  )
}

/** What the report will print, under the findings; with what no longer belongs to any. */
export function ReleasedList({
  released,
  findings,
}: {
  released: readonly ReleasedQuote[]
  findings: readonly SelectOption[]
}) {
  return (
    <section className="stack" aria-labelledby="released-title">
      <h2 id="released-title">Released so far</h2>
      <p>{countWords(released.length)}</p>
      <ul className="rows released">
        {released.map(({ id, ruleId, extract }) => {
          const finding = findings.find(({ value }) => value === ruleId)
          return (
            <li key={id}>
              <span className="said">{extract}</span>
              <span className="muted small">
                {finding
                  ? finding.label
                  : 'Its finding is no longer made: it is not printed until it has another.'}{' '}
                <a href={`?at=${id}`}>Change</a>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function countWords(count: number): string {
  const range = `${QUOTES.least} to ${QUOTES.most} make a good page`
  if (count === 0) return `None: the page does not appear. ${range}.`
  return `${count} ${count === 1 ? 'quote' : 'quotes'}; ${range}.`
}
