import { Button } from '#app/ui/button.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import type { MailText } from './mail.ts'
import { type MailTextErrors, PLACEHOLDERS } from './mail-text.ts'
import { TEXT_NAMES, type TextName, type TypedTexts } from './typed-texts.ts'

interface TextsFormProps {
  texts: TypedTexts
  errors: Partial<Record<TextName, MailTextErrors>>
  /** The texts as one lead would read them. */
  preview: { to: string; texts: TypedTexts } | null
}

const TITLES: Record<TextName, string> = {
  invitation: 'Invitation',
  notStarted: 'Reminder to those who have not begun',
  midway: 'Reminder to those who stopped midway',
}

/** The three texts of a round, with what they look like filled in. */
export function TextsForm({ texts, errors, preview }: TextsFormProps) {
  return (
    <form method="post" className="stack-wide">
      <Legend />
      {TEXT_NAMES.map((name) => (
        <TextFields key={name} name={name} text={texts[name]} errors={errors[name] ?? {}} />
      ))}
      <div className="buttons">
        <Button look="main" name="intent" value="save">
          Save the texts
        </Button>
        <Button name="intent" value="preview">
          Show them filled in
        </Button>
      </div>
      {preview && <Preview {...preview} />}
    </form>
  )
}

function TextFields({ name, text, errors }: { name: TextName; text: MailText; errors: MailTextErrors }) {
  return (
    <fieldset className="stack">
      <legend>{TITLES[name]}</legend>
      <Field
        name={`${name}.subject`}
        label="Subject"
        defaultValue={text.subject}
        error={errors.subject}
        maxLength={300}
      />
      <TextArea
        name={`${name}.body`}
        label="Text"
        defaultValue={text.body}
        error={errors.body}
        rows={14}
        maxLength={10_000}
      />
    </fieldset>
  )
}

function Legend() {
  return (
    <details>
      <summary>Placeholders you can use</summary>
      <dl>
        {PLACEHOLDERS.map(({ name, meaning }) => (
          <div key={name}>
            <dt>
              <code>{`{${name}}`}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Preview({ to, texts }: { to: string; texts: TypedTexts }) {
  return (
    <section className="stack" aria-label="Preview">
      <h2>{`As ${to} would read them`}</h2>
      {TEXT_NAMES.map((name) => (
        <article key={name} className="letter">
          <h3>{texts[name].subject}</h3>
          <p className="as-written">{texts[name].body}</p>
        </article>
      ))}
    </section>
  )
}
