import { Button } from '#app/ui/button.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { CONSTRUCTS } from '../instrument.ts'
import type { LanguageRow, QuestionnairePage } from './questionnaire-page.ts'

export function AddItem({ page }: { page: QuestionnairePage }) {
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

export function Languages({ id, page }: { id: string; page: QuestionnairePage }) {
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

export function HeadForm({ page }: { page: QuestionnairePage }) {
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
