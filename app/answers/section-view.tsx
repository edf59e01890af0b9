import type { Item } from '#app/questionnaire/instrument.ts'
import { wordingFor } from '#app/questionnaire/items.ts'
import { ItemField } from './item-field.tsx'
import { PrivacyPromise } from './privacy-promise.tsx'
import { minutesLeftInWords } from './progress.ts'
import { HiddenAnswers } from './resume/hidden-answers.tsx'
import { savingWords } from './saving-words.ts'
import type { SectionOutcome, SectionPage } from './section-page.ts'
import { useWords } from './speech.tsx'

/** One section a page. With an outcome, the page is shown again as it was sent, with what stands in the way. */
export function SectionView({ page, outcome }: { page: SectionPage; outcome?: SectionOutcome }) {
  const { section } = page
  const say = useWords()
  const path = `/answer/${section.id}`
  return (
    <>
      <Progress page={page} />
      <main id="main">
        <h1>{section.title}</h1>
        {section.intro && <p className="lede">{section.intro}</p>}
        {page.hidden && <HiddenAnswers />}
        {outcome && <InTheWay page={page} outcome={outcome} />}
        <form method="post" action={path} data-autosave={`${path}/save`} autoComplete="off" noValidate>
          {/* Enter in a field presses the first button of a form: this one saves and stays. */}
          <button className="unseen" type="submit" name="go" value="stay" tabIndex={-1} aria-hidden="true">
            {say('act.save')}
          </button>
          {outcome && outcome.empty.length > 0 && <input type="hidden" name="asked" value="1" />}
          {section.items.map((item) => (
            <ItemField
              key={item.id}
              item={item}
              level={page.level}
              values={outcome?.values ?? page.values}
              names={page.names}
              revision={(outcome?.revisions ?? page.revisions)[item.id]}
              error={outcome?.errors[item.id]}
              conflict={outcome?.conflicts[item.id]}
              askedAbout={outcome?.empty.includes(item.id)}
            />
          ))}
          <div className="buttons">
            <button className="button main" type="submit" name="go" value="next">
              {say(page.position === page.of ? 'act.save-review' : 'act.save-continue')}
            </button>
            <button className="button" type="submit" name="go" value="back">
              {say('act.back')}
            </button>
          </div>
        </form>
        <PrivacyPromise promise={page.promise} />
      </main>
    </>
  )
}

function Progress({ page }: { page: SectionPage }) {
  const say = useWords()
  return (
    <header className="progress">
      <a href="/answer">{say('overview.all')}</a>
      <p className="save-state" role="status" data-save-state={savingWords(say)} />
      <p className="where">
        {say('section.where', {
          position: page.position,
          of: page.of,
          left: minutesLeftInWords(page.minutesLeft, say),
        })}
      </p>
      <progress value={page.position} max={page.of} aria-label={say('section.progress')} />
    </header>
  )
}

/** Says at the top what needs a look, each with a link to its place. */
function InTheWay({ page, outcome }: { page: SectionPage; outcome: SectionOutcome }) {
  const say = useWords()
  if (outcome.unsaved) {
    return (
      <div className="notice wrong-list" role="alert">
        <h2>{say('unsaved.title')}</h2>
        <p>{say(`unsaved.${outcome.unsaved}`)}</p>
      </div>
    )
  }
  const itemsIn = (ids: readonly string[]) => page.section.items.filter(({ id }) => ids.includes(id))
  const wrong = itemsIn([...Object.keys(outcome.errors), ...Object.keys(outcome.conflicts)])
  if (wrong.length > 0) {
    return (
      <div className="notice wrong-list" role="alert">
        <h2>{say(wrong.length === 1 ? 'look.one' : 'look.many', { count: wrong.length })}</h2>
        <p>{say('look.rest')}</p>
        <Places page={page} items={wrong} />
      </div>
    )
  }
  const empty = itemsIn(outcome.empty)
  if (empty.length === 0) return null
  return (
    <div className="notice" role="alert">
      <h2>{say('empty.title')}</h2>
      <Places page={page} items={empty} />
      <p>{say('empty.go-on')}</p>
    </div>
  )
}

function Places({ page, items }: { page: SectionPage; items: Item[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id}>
          <a href={`#${item.id}`}>{wordingFor(item, page.level)}</a>
        </li>
      ))}
    </ul>
  )
}
