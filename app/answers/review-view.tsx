import { PrivacyPromise } from './privacy-promise.tsx'
import { changesInWords } from './progress.ts'
import type { ReviewPage, ReviewSection } from './review-page.ts'

export function ReviewView({ page, error }: { page: ReviewPage; error?: string }) {
  return (
    <main id="main">
      <h1>{page.submitted ? 'Your answers' : 'Ready to hand in?'}</h1>
      <p className="lede">{standingInWords(page)}</p>
      {error && (
        <div className="notice wrong-list" role="alert">
          <p>{error}</p>
        </div>
      )}
      {page.sections.map((section) => (
        <SectionSummary key={section.id} section={section} />
      ))}
      {page.answered > 0 && <HandIn page={page} invalid={error !== undefined} />}
      <p>
        <a href="/answer">All sections</a>
      </p>
      <PrivacyPromise promise={page.promise} />
    </main>
  )
}

function SectionSummary({ section }: { section: ReviewSection }) {
  return (
    <section className="summary">
      <div className="summary-head">
        <h2>{section.title}</h2>
        <a href={`/answer/${section.id}`} aria-label={`Change ${section.title}`}>
          Change
        </a>
      </div>
      <dl>
        {section.items.map((item) => (
          <div key={item.id}>
            <dt>{item.wording}</dt>
            <dd className={item.state}>
              {item.state === 'skipped' ? (
                <a href={`/answer/${section.id}#${item.id}`} aria-label={`${item.summary}: ${item.wording}`}>
                  {item.summary}
                </a>
              ) : (
                item.summary
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function HandIn({ page, invalid }: { page: ReviewPage; invalid: boolean }) {
  return (
    <form method="post" action="/answer/review" data-once>
      {page.final && (
        <label className="option">
          <input type="checkbox" name="final" value="yes" aria-invalid={invalid || undefined} />
          <span>I understand that I cannot change or see my answers after this.</span>
        </label>
      )}
      <div className="buttons">
        <button className="button main" type="submit">
          {page.submitted ? 'Hand in again' : 'Hand in my answers'}
        </button>
      </div>
    </form>
  )
}

function standingInWords({ answered, leftEmpty, submitted, changes }: ReviewPage): string {
  if (answered === 0)
    return 'There is nothing to hand in yet. Answer what you can; anything may be left empty.'
  if (submitted && changes > 0) {
    return `${changesInWords(changes)} since you handed in. The change counts once you hand in again.`
  }
  if (submitted) return 'These answers are handed in. You can change them until the round closes.'
  if (leftEmpty === 0) return 'Everything is answered.'
  return leftEmpty === 1
    ? 'One item is left empty; that is allowed.'
    : `${leftEmpty} items are left empty; that is allowed.`
}
