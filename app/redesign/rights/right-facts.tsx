import type { Right } from './right.ts'
import { stepWords } from './right-words.ts'

/** Who decides, how, when it is looked at, and where it goes. */
export function RightFacts({ right: { owner, response, cycle, escalation } }: { right: Right }) {
  return (
    <>
      <div>
        <dt>Decides</dt>
        <dd>{owner || 'Nobody yet'}</dd>
      </div>
      <div>
        <dt>Response</dt>
        <dd>{response || 'Not settled'}</dd>
      </div>
      <div>
        <dt>Looked at</dt>
        <dd>{cycle || 'Not settled'}</dd>
      </div>
      <div>
        <dt>If not decided</dt>
        <dd>
          <Path escalation={escalation} />
        </dd>
      </div>
    </>
  )
}

/** Where it goes in turn, each with its time limit. */
export function Path({ escalation }: Pick<Right, 'escalation'>) {
  if (escalation.length === 0) return <>It goes nowhere yet</>
  return (
    <ol>
      {escalation.map((step, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps of a path are known by their place alone
        <li key={place}>{stepWords(step)}</li>
      ))}
    </ol>
  )
}
