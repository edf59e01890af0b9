import { Button } from '#app/ui/button.tsx'
import type { ItemRow, QuestionnairePage } from './questionnaire-page.ts'

type SectionRow = QuestionnairePage['sections'][number]

/** A section with its items: their order, and which of them are on. */
export function SectionEditor({
  id,
  section,
  first,
  last,
}: {
  id: string
  section: SectionRow
  first: boolean
  last: boolean
}) {
  return (
    <section className="stack editor-section" id={section.id} aria-labelledby={`${section.id}-title`}>
      <div className="editor-head">
        <h2 id={`${section.id}-title`}>{section.title}</h2>
        <Moves kind="section" id={section.id} label={section.title} first={first} last={last} />
      </div>
      <ol className="rows editor-items">
        {section.items.map((item, index) => (
          <ItemLine
            key={item.id}
            id={id}
            item={item}
            first={index === 0}
            last={index === section.items.length - 1}
          />
        ))}
      </ol>
      <details className="confirm">
        <summary className="button quiet">{`Title and introduction of “${section.title}”`}</summary>
        <form method="post" className="asked form">
          <input type="hidden" name="id" value={section.id} />
          <input type="hidden" name="anchor" value={section.id} />
          <label className="field">
            <span className="label">Title</span>
            <input type="text" name="title" defaultValue={section.title} maxLength={300} required />
          </label>
          <label className="field">
            <span className="label">Introduction</span>
            <textarea name="intro" defaultValue={section.intro} maxLength={400} rows={3} />
          </label>
          <Button name="intent" value="section">
            Save the section
          </Button>
        </form>
      </details>
    </section>
  )
}

function ItemLine({ id, item, first, last }: { id: string; item: ItemRow; first: boolean; last: boolean }) {
  const levels =
    item.levels.length === 2
      ? 'both levels'
      : item.levels[0] === 'senior'
        ? 'senior team only'
        : 'department leads only'
  return (
    <li id={item.id} className={item.on ? undefined : 'is-off'}>
      <div className="editor-words">
        <a className="main-link" href={`/questionnaires/${id}/items/${item.id}`}>
          {item.wording}
        </a>
        <span className="muted small">
          {[
            item.on ? '' : 'off',
            item.kind,
            item.construct.replace('-', ' '),
            levels,
            item.own ? 'your own' : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <div className="editor-acts">
        <Moves kind="item" id={item.id} label={item.wording} first={first} last={last} />
        <form method="post">
          <input type="hidden" name="id" value={item.id} />
          <input type="hidden" name="anchor" value={item.id} />
          <Button
            name="intent"
            value={item.on ? 'off' : 'on'}
            aria-label={`Switch ${item.on ? 'off' : 'on'}: ${item.wording}`}
          >
            {item.on ? 'Switch off' : 'Switch on'}
          </Button>
        </form>
      </div>
    </li>
  )
}

function Moves({
  kind,
  id,
  label,
  first,
  last,
}: {
  kind: 'item' | 'section'
  id: string
  label: string
  first: boolean
  last: boolean
}) {
  return (
    <form method="post" className="editor-moves">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="anchor" value={id} />
      <Button name="intent" value={`${kind}-up`} disabled={first} aria-label={`Move up: ${label}`}>
        Up
      </Button>
      <Button name="intent" value={`${kind}-down`} disabled={last} aria-label={`Move down: ${label}`}>
        Down
      </Button>
    </form>
  )
}
