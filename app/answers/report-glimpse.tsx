import { useWords } from './speech.tsx'

interface ExampleRow {
  theme: 'glimpse.theme-1' | 'glimpse.theme-2' | 'glimpse.theme-3'
  people: string[]
}

const EXAMPLE_TEAM = ['Ana', 'Ben', 'Chi', 'Dev', 'Eva', 'Finn', 'Gus']
const EXAMPLE: ExampleRow[] = [
  { theme: 'glimpse.theme-1', people: ['Ana', 'Ben', 'Chi', 'Eva', 'Gus'] },
  { theme: 'glimpse.theme-2', people: ['Ben', 'Dev', 'Finn'] },
  { theme: 'glimpse.theme-3', people: ['Ana', 'Chi'] },
]

/** How answers will look in the report, with an invented team, so that the promise can be seen and not only read. */
export function ReportGlimpse({ named }: { named: boolean }) {
  const say = useWords()
  return (
    <figure className="glimpse">
      <figcaption>
        <span className="kicker">{say('glimpse.kicker')}</span>
        <strong>{say('glimpse.caption')}</strong>
      </figcaption>
      <ul>
        {EXAMPLE.map(({ theme, people }) => (
          <li key={theme}>
            <span>{say(theme)}</span>
            <span className="dots" aria-hidden="true">
              {EXAMPLE_TEAM.map((name, index) => (
                <i key={name} className={index < people.length ? 'on' : undefined} />
              ))}
            </span>
            <span className="count">
              {say('glimpse.of', { count: people.length, of: EXAMPLE_TEAM.length })}
              {named && `: ${people.join(', ')}`}
            </span>
          </li>
        ))}
      </ul>
      <p>{say(named ? 'glimpse.named' : 'glimpse.unnamed')}</p>
    </figure>
  )
}
