import { Button, LinkButton } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import type { Item, Level } from '../instrument.ts'
import { textsOf } from '../texts.ts'

interface ItemFormProps {
  item: Item
  section: string
  sections: { id: string; title: string }[]
  own: boolean
  errors: string[]
  back: string
}

const LEVEL_WORDS: Record<Level, string> = { senior: 'senior team', department: 'department leads' }

/** The words of one item. What it measures and how it is answered stay, because scores and rules rest on them. */
export function ItemForm({ item, section, sections, own, errors, back }: ItemFormProps) {
  return (
    <div className="stack-wide">
      {errors.length > 0 && (
        <div className="notice wrong-list" role="alert">
          {errors.map((error) => (
            <p key={error}>{error}</p>
          ))}
        </div>
      )}
      <form method="post" className="form">
        <TextArea
          name="wording"
          label="Wording"
          rows={2}
          maxLength={300}
          required
          defaultValue={item.wording}
        />
        <LevelTexts part="wording" label="Wording for the" texts={item.wordingByLevel} most={300} />
        <TextArea name="help" label="Help below it" rows={2} maxLength={400} defaultValue={item.help} />
        <LevelTexts part="help" label="Help for the" texts={item.helpByLevel ?? {}} most={400} />
        <OtherTexts item={item} />
        <fieldset>
          <legend>Who is asked</legend>
          {(['senior', 'department'] as const).map((level) => (
            <label key={level} className="tick">
              <input
                type="checkbox"
                name="level"
                value={level}
                defaultChecked={item.levels.includes(level)}
              />
              <span>{`The ${LEVEL_WORDS[level]}`}</span>
            </label>
          ))}
        </fieldset>
        <Select
          name="section"
          label="Section"
          options={sections.map(({ id, title }) => ({ value: id, label: title }))}
          defaultValue={section}
        />
        <div className="buttons">
          <Button look="main" name="intent" value="save">
            Save the item
          </Button>
          <LinkButton look="quiet" href={back}>
            Cancel
          </LinkButton>
        </div>
      </form>
      {own && (
        <Confirm ask="Take the item out" act="Take the item out for good" intent="remove" look="danger" quiet>
          <p>{`“${item.wording}” and its translations are lost. To leave it out for now, switch it off.`}</p>
        </Confirm>
      )}
    </div>
  )
}

function LevelTexts({
  part,
  label,
  texts,
  most,
}: {
  part: string
  label: string
  texts: Partial<Record<Level, string>>
  most: number
}) {
  return (
    <details className="confirm" open={Object.keys(texts).length > 0}>
      <summary className="button quiet">{`Another ${part} for one level`}</summary>
      <div className="asked">
        {(['senior', 'department'] as const).map((level) => (
          <TextArea
            key={level}
            name={`${part}.${level}`}
            label={`${label} ${LEVEL_WORDS[level]}`}
            hint="Empty: as above."
            rows={2}
            maxLength={most}
            defaultValue={texts[level] ?? ''}
          />
        ))}
      </div>
    </details>
  )
}

/** Labels of options, points and pickers: each under the end of its key. */
function OtherTexts({ item }: { item: Item }) {
  const texts = otherTextsOf(item)
  if (texts.length === 0) return null
  return (
    <fieldset className="stack">
      <legend>Answers offered</legend>
      <p className="hint">Only the words change. The order and the meaning of each answer stay.</p>
      {texts.map(({ field, text }) => (
        <Field key={field} name={field} label={labelOf(field)} maxLength={300} defaultValue={text} />
      ))}
    </fieldset>
  )
}

function otherTextsOf(item: Item): { field: string; text: string }[] {
  const section = { id: 'x', construct: item.construct, title: 'x', intro: '', items: [item] }
  return textsOf({ title: 'x', purpose: 'x', minutes: '', sections: [section] })
    .filter(({ itemId }) => itemId === item.id)
    .map(({ key, text }) => ({ field: key.slice(`item.${item.id}.`.length), text }))
    .filter(({ field }) => !/^(wording|help)/.test(field))
}

function labelOf(field: string): string {
  const [part = '', id = ''] = field.split('.')
  const names: Record<string, string> = {
    label: `Point ${id}`,
    option: `Answer “${id}”`,
    specify: 'Asked for beside it',
    nothing: 'Where nothing comes to mind',
    unit: 'Unit',
    picker: `Picker “${id}”`,
  }
  return names[part] ?? field
}
