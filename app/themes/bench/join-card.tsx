import { Button } from '#app/ui/button.tsx'
import type { Join, JoinSide } from '../coding/bench-view.ts'
import { joinAnchor } from './stops.ts'

const MOST_SHOWN = 3

/** Two themes that may be one, with the reason. */
export function JoinCard({ join }: { join: Join }) {
  const [a, b] = join.themes
  const pair = `${a.id}:${b.id}`
  return (
    <li className="theme join stop" id={joinAnchor(a.id, b.id)} data-stop="" tabIndex={-1}>
      <div className="theme-body">
        <div>
          <div className="sides">
            <Side side={a} />
            <Side side={b} />
          </div>
          <p className="why">
            {join.why}
            {join.samePerson && <strong className="heed"> One person wrote on both sides.</strong>}
          </p>
        </div>
        <div className="theme-steps">
          <Button name="intent" value={`unite:${pair}`} data-key="a">
            Join<span className="unseen">{` “${a.name}” and “${b.name}”`}</span>
          </Button>
          <Button look="quiet" name="intent" value={`apart:${pair}`} data-key="r">
            Keep apart<span className="unseen">{`: “${a.name}” and “${b.name}”`}</span>
          </Button>
        </div>
      </div>
    </li>
  )
}

function Side({ side: { name, texts } }: { side: JoinSide }) {
  const more = texts.length - MOST_SHOWN
  return (
    <div className="side">
      <p className="side-name">{name}</p>
      {(texts.length > 1 || texts[0] !== name) && (
        <ul>
          {texts.slice(0, MOST_SHOWN).map((text) => (
            <li key={text}>{text}</li>
          ))}
          {more > 0 && <li className="muted">{`and ${more} more`}</li>}
        </ul>
      )}
    </div>
  )
}
