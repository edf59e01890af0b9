import { writtenDay } from '#app/rounds/day.ts'
import { LinkButton } from '#app/ui/button.tsx'
import type { PlanEntry } from '../plan/plan.ts'
import { RightFacts } from './right-facts.tsx'
import type { FallenSignature } from './signature.ts'

export interface ListedRight {
  entry: PlanEntry<'right'>
  /** How the senior team saw the matter; null where it was not asked. */
  said: string | null
  fallen: FallenSignature | null
}

interface RightListProps {
  rights: readonly ListedRight[]
  base: string
  mayChange: boolean
}

export function RightList({ rights, base, mayChange }: RightListProps) {
  return (
    <ol className="entries">
      {rights.map((right) => (
        <RightItem key={right.entry.id} {...right} base={base} mayChange={mayChange} />
      ))}
    </ol>
  )
}

type RightItemProps = ListedRight & Omit<RightListProps, 'rights'>

function RightItem({ entry: { id, content }, said, fallen, base, mayChange }: RightItemProps) {
  return (
    <li>
      <div className="section-head">
        <h3>{content.situation}</h3>
        {mayChange && (
          <LinkButton look="quiet" href={`${base}/${id}`} aria-label={`Change or sign: ${content.situation}`}>
            Change or sign
          </LinkButton>
        )}
      </div>
      <dl className="pairs">
        <RightFacts right={content} />
        {said && (
          <div>
            <dt>In the round</dt>
            <dd>{said}</dd>
          </div>
        )}
        <div>
          <dt>Signed off</dt>
          <dd>
            <Signed signedBy={content.signedBy} signedOn={content.signedOn} fallen={fallen} />
          </dd>
        </div>
      </dl>
    </li>
  )
}

function Signed({
  signedBy,
  signedOn,
  fallen,
}: {
  signedBy: string
  signedOn: string
  fallen: FallenSignature | null
}) {
  if (signedBy) return <>{`${signedBy}, ${writtenDay(signedOn)}`}</>
  if (!fallen) return <>Not yet</>
  return <strong className="heed">{fallenWords(fallen)}</strong>
}

function fallenWords({ signedBy, signedOn, changedBy, changedOn }: FallenSignature): string {
  return `Not any more: ${signedBy} signed on ${writtenDay(signedOn)}, and ${changedBy} changed it on ${writtenDay(changedOn)}.`
}

/** What belongs there while there is nothing. */
export function EmptyRegister({ base, mayChange }: Omit<RightListProps, 'rights'>) {
  return (
    <div className="empty">
      <h2>No decision rights yet</h2>
      <p>
        Who decides when priorities collide, a dependency slips, a result is missed or something new comes up:
        settled before it happens, and signed by name. Begin with one of the situations below.
      </p>
      {mayChange && (
        <div className="buttons">
          <LinkButton href={`${base}/new`}>Write down one of your own</LinkButton>
        </div>
      )}
    </div>
  )
}
