import { writtenDay } from '#app/rounds/day.ts'
import { Button } from '#app/ui/button.tsx'
import type { ClosedVote, OpenVote, VotesPage } from './load-revotes.server.ts'
import { VOTE_CAVEAT } from './vote-words.ts'

interface VotesViewProps extends VotesPage {
  /** The subject whose items come first. */
  construct: string
  error?: string
}

/** The vote as the room sees it: how many have voted, and what came of it once it is closed. */
export function VotesView({ error, construct, ...page }: VotesViewProps) {
  const { roundId, roundTitle, clientName, open, closed, choices } = page
  return (
    <main className="debrief votes">
      <header className="step">
        <p className="step-kicker">{`${clientName} · ${roundTitle}`}</p>
        <h1>{open ? 'Please vote now' : 'Ask one item again'}</h1>
        {error && (
          <p className="wrong" role="alert">
            {error}
          </p>
        )}
        {open ? (
          <Open vote={open} roundId={roundId} />
        ) : (
          <p className="step-lede">
            Everybody answers one item afresh on their own phone, by the same personal link as before. What
            comes of it is shown here when you close the vote.
          </p>
        )}
      </header>
      {closed.map((vote) => (
        <Closed key={vote.id} vote={vote} />
      ))}
      {!open && closed.length === 0 && <Choices choices={choices} construct={construct} />}
      {!open && closed.length > 0 && (
        <details className="step">
          <summary>Ask another item again</summary>
          <Choices choices={choices} construct={construct} />
        </details>
      )}
      <p className="step-aside">
        <a href={`/rounds/${roundId}/debrief`}>Back to the debrief</a>
      </p>
    </main>
  )
}

function Open({ vote, roundId }: { vote: OpenVote; roundId: string }) {
  return (
    <>
      <p className="step-statement">{vote.wording}</p>
      <p className="step-lede">
        Open the personal link of your invitation, on your phone. It asks this one item and nothing else.
      </p>
      <p className="votes-count" role="status" data-vote-count={`/rounds/${roundId}/revote/count`}>
        {vote.voted}
      </p>
      <form method="post" className="buttons">
        <input type="hidden" name="vote" value={vote.id} />
        <Button look="main" name="intent" value="close-vote">
          Close the vote and show the result
        </Button>
        <a className="button" href={`/rounds/${roundId}/revote`} data-look-again>
          Count again
        </a>
      </form>
    </>
  )
}

function Closed({ vote }: { vote: ClosedVote }) {
  return (
    <section className="step" aria-labelledby={`vote-${vote.id}`}>
      <p className="step-kicker">{`Asked again, ${writtenDay(vote.closedOn)}`}</p>
      <h2 id={`vote-${vote.id}`}>{vote.wording}</h2>
      {vote.levels.map(({ level, name, inRound, inRoom, change }) => (
        <div key={level} className="votes-level">
          <h3>{name}</h3>
          <dl>
            <dt>Alone, in the round</dt>
            <dd>{inRound ?? 'not shown in the report'}</dd>
            <dt>Here, in the room</dt>
            <dd>{inRoom}</dd>
          </dl>
          <p className="step-lede">{change}</p>
        </div>
      ))}
      {vote.isEmpty ? (
        <form method="post" className="buttons">
          <input type="hidden" name="vote" value={vote.id} />
          <Button name="intent" value="drop-vote">
            Throw this vote away, so that the item can be asked again
          </Button>
        </form>
      ) : (
        <p className="step-aside">{VOTE_CAVEAT}</p>
      )}
    </section>
  )
}

function Choices({ choices, construct }: { choices: VotesPage['choices']; construct: string }) {
  if (choices.length === 0)
    return <p className="step-lede">There is nothing left that could be asked again in this round.</p>
  const near = choices.filter((choice) => choice.construct === construct)
  const others = choices.filter((choice) => choice.construct !== construct)
  return (
    <form method="post" className="step votes-choices">
      <fieldset>
        <legend>Which one?</legend>
        {[...near, ...others].map(({ itemId, wording }) => (
          <label key={itemId}>
            <input type="radio" name="item" value={itemId} /> <span>{wording}</span>
          </label>
        ))}
      </fieldset>
      <p className="step-aside">
        Each item can be asked again once: two votes side by side would tell too much of single people.
      </p>
      <Button look="main" name="intent" value="open-vote">
        Open the vote
      </Button>
    </form>
  )
}
