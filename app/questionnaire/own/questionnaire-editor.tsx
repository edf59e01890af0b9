import { Button } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { CONSTRUCTS } from '../instrument.ts'
import type { ItemRow, LanguageRow, QuestionnairePage } from './questionnaire-page.ts'

interface EditorProps {
  /** Id of the version, for addresses. */
  id: string
  page: QuestionnairePage
  errors: string[]
}

/** Everything about a draft on one page; words of items and of languages have pages of their own. */
export function QuestionnaireEditor({ id, page, errors }: EditorProps) {
  return (
    <div className="stack-wide">
      {errors.length > 0 && (
        <div className="notice wrong-list" role="alert">
          <p className="label">Please look at this again</p>
          <ul>
            {errors.map((error) => (
              <li key={error}>{error}</li>
            ))}
          </ul>
        </div>
      )}
      {page.sections.map((section, index) => (
        <SectionEditor
          key={section.id}
          id={id}
          section={section}
          first={index === 0}
          last={index === page.sections.length - 1}
        />
      ))}
      <div className="columns">
        <div className="stack-wide">
          <AddItem page={page} />
          <Languages id={id} page={page} />
        </div>
        <HeadForm page={page} />
      </div>
      <Ending page={page} />
    </div>
  )
}

type SectionRow = QuestionnairePage['sections'][number]

function SectionEditor({
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

function AddItem({ page }: { page: QuestionnairePage }) {
  const sections = page.sections.map(({ id, title }) => ({ value: id, label: title }))
  return (
    <section className="stack">
      <h2>Add an item</h2>
      {page.addable.length > 0 && (
        <form method="post" className="form">
          <Select
            name="item"
            label="From the shipped questionnaires"
            options={page.addable.map(({ id, wording }) => ({ value: id, label: wording }))}
          />
          <Button name="intent" value="add-shipped">
            Add it
          </Button>
        </form>
      )}
      <form method="post" className="form">
        <Field name="wording" label="Or one of your own, in your words" maxLength={300} required />
        <div className="side-by-side">
          <Select
            name="kind"
            label="Answered by"
            options={[
              { value: 'scale', label: 'a scale of five points' },
              { value: 'text', label: 'a text' },
            ]}
          />
          <Select
            name="healthyEnd"
            label="Healthy end of the scale"
            options={[
              { value: 'high', label: 'the last point' },
              { value: 'low', label: 'the first point' },
            ]}
          />
        </div>
        <div className="side-by-side">
          <Select name="section" label="In section" options={sections} />
          <Select
            name="construct"
            label="It measures"
            options={CONSTRUCTS.map((construct) => ({
              value: construct,
              label: construct.replace('-', ' '),
            }))}
          />
        </div>
        <Button name="intent" value="add-own">
          Add it
        </Button>
      </form>
    </section>
  )
}

function Languages({ id, page }: { id: string; page: QuestionnairePage }) {
  return (
    <section className="stack">
      <h2>Languages</h2>
      <p>{`Written in ${page.language}. Leads choose at the start where there are more.`}</p>
      <ul className="rows">
        {page.languages.map((row) => (
          <li key={row.tag}>
            <a className="main-link" href={`/questionnaires/${id}/languages/${row.tag}`}>
              {row.name}
            </a>
            <span className="muted small">{progressOf(row)}</span>
          </li>
        ))}
      </ul>
      <form method="post" className="form">
        <Field
          name="language"
          label="Add a language"
          hint="Its tag, such as de, fr or pt-BR."
          className="short"
          maxLength={35}
          required
        />
        <Button name="intent" value="add-language">
          Add the language
        </Button>
      </form>
    </section>
  )
}

function progressOf({ done, of, recheck }: LanguageRow): string {
  const again = recheck > 0 ? `, ${recheck} to look at again` : ''
  return done === of && recheck === 0 ? 'complete' : `${done} of ${of} texts${again}`
}

function HeadForm({ page }: { page: QuestionnairePage }) {
  return (
    <section className="stack">
      <h2>About the questionnaire</h2>
      <form method="post" className="form">
        <Field name="title" label="Title" defaultValue={page.title} maxLength={300} required />
        <TextArea
          name="purpose"
          label="Purpose"
          hint="Leads read it on their first page."
          defaultValue={page.purpose}
          maxLength={300}
          rows={3}
          required
        />
        <Field
          name="minutes"
          label="Minutes it takes"
          className="short"
          defaultValue={page.minutes}
          maxLength={20}
          required
        />
        <TextArea
          name="ownerRoles"
          label="Roles that its owner items are written for"
          hint="One a line. It is shown when a round is planned; the list that leads choose from is the engagement’s."
          className="lines"
          defaultValue={page.ownerRoles.join('\n')}
          rows={4}
        />
        <label className="tick">
          <input type="checkbox" name="commitments" value="yes" defaultChecked={page.commitments} />
          <span>It goes on to ask how far each commitment of an earlier round has come</span>
        </label>
        <Button name="intent" value="head">
          Save
        </Button>
      </form>
    </section>
  )
}

function Ending({ page }: { page: QuestionnairePage }) {
  return (
    <section className="stack ruled">
      <h2>When it is ready</h2>
      {page.unready.length > 0 ? (
        <ul>
          {page.unready.map((why) => (
            <li key={why}>{why}</li>
          ))}
        </ul>
      ) : (
        <Confirm
          ask={`Freeze version ${page.version}`}
          act={`Freeze “${page.title}”`}
          intent="freeze"
          look="main"
        >
          <p>
            Rounds can use it from then on, and nothing in it can change any more: what you want otherwise
            becomes the next version. Items that are off are left out of it.
          </p>
        </Confirm>
      )}
      <Confirm
        ask="Delete this draft"
        act={`Delete the draft “${page.title}”`}
        intent="delete"
        look="danger"
        quiet
      >
        <p>{`“${page.title}”, version ${page.version}, with all words and translations typed here is lost.`}</p>
      </Confirm>
    </section>
  )
}
