interface ExampleRow {
  theme: string
  people: string[]
}

const EXAMPLE_TEAM = ['Ana', 'Ben', 'Chi', 'Dev', 'Eva', 'Finn', 'Gus']
const EXAMPLE: ExampleRow[] = [
  { theme: 'Shorter delivery times', people: ['Ana', 'Ben', 'Chi', 'Eva', 'Gus'] },
  { theme: 'New pricing', people: ['Ben', 'Dev', 'Finn'] },
  { theme: 'Hire for support', people: ['Ana', 'Chi'] },
]

/** How answers will look in the report, with an invented team, so that the promise can be seen and not only read. */
export function ReportGlimpse({ named }: { named: boolean }) {
  return (
    <figure className="glimpse">
      <figcaption>
        <span className="kicker">Example with invented figures</span>
        <strong>“Seven leaders named six priorities; one is shared by most of them.”</strong>
      </figcaption>
      <ul>
        {EXAMPLE.map(({ theme, people }) => (
          <li key={theme}>
            <span>{theme}</span>
            <span className="dots" aria-hidden="true">
              {EXAMPLE_TEAM.map((name, index) => (
                <i key={name} className={index < people.length ? 'on' : undefined} />
              ))}
            </span>
            <span className="count">
              {people.length} of {EXAMPLE_TEAM.length}
              {named && `: ${people.join(', ')}`}
            </span>
          </li>
        ))}
      </ul>
      <p>
        {named
          ? 'Names stand beside the answers, because in this round everyone has agreed to it.'
          : 'Three more themes were named by one person each. They are counted together and not spelt out.'}
      </p>
    </figure>
  )
}
