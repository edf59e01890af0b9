import type { FieldValues } from '../field-values.ts'
import { ItemField } from '../item-field.tsx'
import { useWords } from '../speech.tsx'
import type { VotePage } from './load-vote.server.ts'

interface VoteViewProps {
  page: VotePage
  /** What stood in the way of a vote, and what was chosen. */
  refused?: { error: string; values: FieldValues }
  /** The vote that was sent was not counted: it had ended. */
  gone?: boolean
}

/** The one item that is asked again, on a phone in the room. */
export function VoteView({ page, refused, gone = false }: VoteViewProps) {
  const say = useWords()
  return (
    <main id="main">
      <p className="kicker">{page.clientName}</p>
      {gone && (
        <div className="notice" role="alert">
          <p>{say('vote.gone')}</p>
        </div>
      )}
      {page.kind === 'ask' && <Ballot page={page} refused={refused} />}
      {page.kind === 'voted' && (
        <>
          <h1>{say('vote.taken-title')}</h1>
          <p className="lede">{say('vote.taken')}</p>
        </>
      )}
      {page.kind === 'not-asked' && (
        <>
          <h1>{say('vote.not-asked-title')}</h1>
          <p className="lede">{say('vote.not-asked')}</p>
        </>
      )}
    </main>
  )
}

function Ballot({
  page,
  refused,
}: {
  page: Extract<VotePage, { kind: 'ask' }>
  refused: VoteViewProps['refused']
}) {
  const say = useWords()
  return (
    <>
      <h1>{say('vote.title')}</h1>
      <p className="lede">{say('vote.lede')}</p>
      <form method="post" action="/answer/revote" autoComplete="off" noValidate>
        <input type="hidden" name="revote" value={page.revoteId} />
        <ItemField
          item={page.item}
          level={page.level}
          values={refused?.values ?? {}}
          names={page.names}
          error={refused?.error}
        />
        <div className="buttons">
          <button className="button main" type="submit">
            {say('vote.send')}
          </button>
        </div>
        <p className="hint">{say('vote.once')}</p>
      </form>
      <p className="hint">{say('vote.promise', { smallest: page.smallest })}</p>
    </>
  )
}
