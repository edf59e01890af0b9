import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { LINK_WORDS } from './link-words.ts'
import type { ThemeLink } from './theme-link.ts'

interface ThemeChoice {
  id: string
  name: string
  /** The wording of its item. */
  item: string
}

interface LinkListProps {
  links: readonly ThemeLink[]
  themes: readonly ThemeChoice[]
}

const STATES = [
  { state: 'proposed', title: 'Suggested' },
  { state: 'confirmed', title: 'Confirmed' },
  { state: 'rejected', title: 'Rejected' },
] as const

/** Links between themes of different questions: suggested ones wait for a yes or a no. */
export function LinkList({ links, themes }: LinkListProps) {
  return (
    <div className="stack-wide">
      {STATES.map(({ state, title }) => {
        const shown = links.filter((link) => link.state === state)
        if (shown.length === 0) return null
        return (
          <section key={state} className="stack">
            <h2>{title}</h2>
            <ul className="rows">
              {shown.map((link) => (
                <LinkRow key={keyOf(link)} link={link} themes={themes} />
              ))}
            </ul>
          </section>
        )
      })}
      <section className="stack">
        <h2>Link two themes yourself</h2>
        <AddForm themes={themes} />
      </section>
    </div>
  )
}

function LinkRow({ link, themes }: { link: ThemeLink; themes: readonly ThemeChoice[] }) {
  const [a, b] = link.themeIds.map((id) => themes.find((theme) => theme.id === id)?.name ?? '')
  return (
    <li>
      <div>
        <p>
          <strong>{a}</strong> {LINK_WORDS[link.kind]} <strong>{b}</strong>
        </p>
        <p className="muted small">{link.why}</p>
      </div>
      <form method="post" className="buttons">
        <input type="hidden" name="link" value={keyOf(link)} />
        {link.state !== 'confirmed' && (
          <Button name="intent" value="confirm">
            Confirm<span className="unseen">{` that “${a}” ${LINK_WORDS[link.kind]} “${b}”`}</span>
          </Button>
        )}
        {link.state !== 'rejected' && (
          <Button look="quiet" name="intent" value="reject">
            Not so<span className="unseen">{`: “${a}” ${LINK_WORDS[link.kind]} “${b}”`}</span>
          </Button>
        )}
      </form>
    </li>
  )
}

function AddForm({ themes }: { themes: readonly ThemeChoice[] }) {
  const options = themes.map(({ id, name, item }) => ({ value: id, label: `${name} (${item})` }))
  return (
    <form method="post" className="stack">
      <div className="side-by-side">
        <Select name="from" label="Theme" options={options} />
        <Select
          name="kind"
          label="How it bears on the other"
          options={[
            { value: 'conflict', label: LINK_WORDS.conflict },
            { value: 'dependency', label: LINK_WORDS.dependency },
          ]}
        />
      </div>
      <Select name="to" label="Other theme" options={options} />
      <Button name="intent" value="add">
        Link them
      </Button>
    </form>
  )
}

function keyOf({ themeIds, kind }: ThemeLink): string {
  return [...themeIds, kind].join(':')
}
