import { Button } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'

export interface TranslationRow {
  key: string
  text: string
  translated: string
  /** The original has changed since. */
  recheck: boolean
}

interface TranslationFormProps {
  language: string
  languageName: string
  dir: 'ltr' | 'rtl'
  groups: { title: string; rows: TranslationRow[] }[]
}

/** Characters that stand on one line of a field. */
const LINE = 48

/** Every text beside its translation. */
export function TranslationForm({ language, languageName, dir, groups }: TranslationFormProps) {
  return (
    <div className="stack-wide">
      <form method="post" className="stack-wide">
        {groups.map(({ title, rows }) => (
          <section key={title} className="stack">
            <h2>{title}</h2>
            {rows.map(({ key, text, translated, recheck }) => (
              <div key={key} className="translation" data-open={translated === '' || recheck || undefined}>
                <label htmlFor={key}>
                  {text}
                  {translated === '' && <span className="muted small"> (missing)</span>}
                  {recheck && <span className="muted small"> (the original has changed: look again)</span>}
                </label>
                <textarea
                  id={key}
                  name={key}
                  rows={rowsFor(Math.max(text.length, translated.length))}
                  maxLength={400}
                  lang={language}
                  dir={dir}
                  defaultValue={translated}
                />
              </div>
            ))}
          </section>
        ))}
        <div className="buttons">
          <Button look="main" name="intent" value="save">
            {`Save the ${languageName}`}
          </Button>
        </div>
      </form>
      <Confirm
        ask={`Take ${languageName} out`}
        act={`Delete all ${languageName} texts`}
        intent="remove"
        look="danger"
        quiet
      >
        <p>{`Everything typed here in ${languageName} is lost.`}</p>
      </Confirm>
    </div>
  )
}

function rowsFor(length: number): number {
  return Math.min(4, Math.ceil(length / LINE) || 1)
}
