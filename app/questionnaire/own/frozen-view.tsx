import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { QuestionnairePage } from './questionnaire-page.ts'

interface FrozenProps {
  page: QuestionnairePage
  /** The day it was frozen; null for a shipped one. */
  frozenOn: string | null
  retired: boolean
  /** What it is copied from. */
  from: string
}

/** A questionnaire that does not change any more: what it asks, and what can be made of it. */
export function FrozenView({ page, frozenOn, retired, from }: FrozenProps) {
  return (
    <div className="stack-wide">
      <Notice>
        <p>
          {frozenOn === null
            ? 'This questionnaire is shipped and does not change.'
            : `Frozen on ${frozenOn}: it does not change any more.${retired ? ' It is put away, so no new round can use it.' : ''}`}
        </p>
      </Notice>
      <form method="post" action={frozenOn === null ? '/questionnaires' : undefined} className="buttons">
        <input type="hidden" name="from" value={from} />
        {frozenOn === null ? (
          <Button look="main" name="intent" value="copy">
            Make your own from it
          </Button>
        ) : (
          <>
            <Button look="main" name="intent" value="next-version">
              Make the next version
            </Button>
            <Button name="intent" value={retired ? 'bring-back' : 'retire'}>
              {retired ? 'Offer it to rounds again' : 'Put it away'}
            </Button>
          </>
        )}
      </form>
      {page.sections.map((section) => (
        <section key={section.id} className="stack">
          <h2>{section.title}</h2>
          <ol className="rows">
            {section.items.map((item) => (
              <li key={item.id}>
                <span>{item.wording}</span>
                <span className="muted small">{item.kind}</span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
