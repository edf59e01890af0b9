import type { Stops } from './where-they-stop.ts'

/** Where people stop, as counts over the whole round. */
export function StopList({ stops }: { stops: Stops }) {
  return (
    <section className="stack">
      <h2>Where people stop</h2>
      {stops.kind === 'too-few' ? (
        <p className="muted small">{`Shown once ${stops.needed} have begun and not handed in: of fewer it would tell on persons.`}</p>
      ) : (
        <>
          <p className="muted small">{`The section that the ${stops.n} who have begun came to. One where a single person stopped is left out.`}</p>
          <ul className="rows">
            {stops.sections.map(({ title, words }) => (
              <li key={title}>
                <span>{title}</span>
                <span className="muted small">{words}</span>
              </li>
            ))}
          </ul>
          {stops.sections.length === 0 && <p>Each stopped somewhere else.</p>}
        </>
      )}
    </section>
  )
}
