import { writtenDay } from '#app/rounds/day.ts'
import { Button } from '#app/ui/button.tsx'
import type { PlanEntry } from '../plan/plan.ts'
import type { Dependency } from './dependencies.ts'

/** What a key result needs from other teams, and whether they have said yes to it. */
export function DependencyList({ result, writes }: { result: PlanEntry<'key-result'>; writes: boolean }) {
  const { dependencies } = result.content
  if (dependencies.length === 0) return null
  return (
    <ul className="dependencies">
      {dependencies.map((one, index) => (
        <li key={`${one.team} ${one.needs}`}>
          <span>
            {`Needs ${one.team}${one.needs ? `: ${one.needs}` : ''}. `}
            <strong>{agreedWords(one)}</strong>
          </span>
          {writes && one.acknowledgedOn === '' && <AgreeForm result={result} index={index} team={one.team} />}
        </li>
      ))}
    </ul>
  )
}

function agreedWords({ acknowledgedBy, acknowledgedOn }: Dependency): string {
  return acknowledgedOn === ''
    ? 'Not agreed to yet.'
    : `Agreed to by ${acknowledgedBy}, ${writtenDay(acknowledgedOn)}.`
}

function AgreeForm({
  result,
  index,
  team,
}: {
  result: PlanEntry<'key-result'>
  index: number
  team: string
}) {
  const field = `by-${result.id}-${index}`
  return (
    <form method="post" className="agree">
      <input type="hidden" name="entry" value={result.id} />
      <input type="hidden" name="revision" value={result.revision} />
      <input type="hidden" name="index" value={index} />
      <label htmlFor={field}>{`Who agrees to it for ${team}?`}</label>
      <input
        id={field}
        name="by"
        type="text"
        list="owner-names"
        maxLength={240}
        required
        autoComplete="off"
      />
      <Button name="intent" value="agree">
        Agreed
      </Button>
    </form>
  )
}
