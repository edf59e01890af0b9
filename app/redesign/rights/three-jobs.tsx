/** Who does what in a system that runs: said beside the register, so that a right lands with the people whose job it is. */
export function ThreeJobs() {
  return (
    <section className="stack ruled">
      <h2>Three levels, three jobs</h2>
      <dl className="jobs">
        {JOBS.map(({ who, does }) => (
          <div key={who}>
            <dt>{who}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const JOBS = [
  { who: 'Senior leaders', does: 'Clear what stands in the way, and decide what gives way to what.' },
  { who: 'Managers in the middle', does: 'Coach how the work is done, week by week, towards the result.' },
  {
    who: 'Teams',
    does: 'Own their results, and say early what could go wrong. Bad news is thanked for, and acted on.',
  },
] as const
