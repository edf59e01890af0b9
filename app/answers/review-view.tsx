import { PrivacyPromise } from './privacy-promise.tsx'
import { changesInWords } from './progress.ts'
import { HiddenAnswers } from './resume/hidden-answers.tsx'
import type { ReviewPage, ReviewSection } from './review-page.ts'
import { useWords } from './speech.tsx'
import type { Say } from './words.ts'

export function ReviewView({ page, error }: { page: ReviewPage; error?: string }) {
  const say = useWords()
  return (
    <main id="main">
      <h1>{say(page.submitted ? 'review.title-submitted' : 'review.title')}</h1>
      <p className="lede">{standingInWords(page, say)}</p>
      {error && (
        <div className="notice wrong-list" role="alert">
          <p>{error}</p>
        </div>
      )}
      {page.hidden && <HiddenAnswers />}
      {page.sections.map((section) => (
        <SectionSummary key={section.id} section={section} />
      ))}
      {page.answered > 0 && <HandIn page={page} invalid={error !== undefined} />}
      <p>
        <a href="/answer">{say('overview.all')}</a>
      </p>
      <PrivacyPromise promise={page.promise} />
    </main>
  )
}

function SectionSummary({ section }: { section: ReviewSection }) {
  const say = useWords()
  return (
    <section className="summary">
      <div className="summary-head">
        <h2>{section.title}</h2>
        <a href={`/answer/${section.id}`} aria-label={say('act.change-section', { title: section.title })}>
          {say('act.change')}
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
  const say = useWords()
  return (
    <form method="post" action="/answer/review" data-once>
      {page.final && (
        <label className="option">
          <input type="checkbox" name="final" value="yes" aria-invalid={invalid || undefined} />
          <span>{say('review.final')}</span>
        </label>
      )}
      <div className="buttons">
        <button className="button main" type="submit">
          {say(page.submitted ? 'act.hand-in-again' : 'act.hand-in')}
        </button>
      </div>
    </form>
  )
}

function standingInWords({ answered, leftEmpty, submitted, changes }: ReviewPage, say: Say): string {
  if (answered === 0) return say('review.nothing')
  if (submitted && changes > 0)
    return say('overview.changed-since', { changes: changesInWords(changes, say) })
  if (submitted) return say('review.handed-in')
  if (leftEmpty === 0) return say('review.left-all')
  return leftEmpty === 1 ? say('review.left-one') : say('review.left-many', { count: leftEmpty })
}
