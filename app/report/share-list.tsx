import { writtenDay } from '#app/rounds/day.ts'
import { SharedLink } from '#app/ui/shared-link.tsx'

interface ShareRow {
  id: string
  url: string
  version: number
  expiresOn: string
  state: 'active' | 'expired' | 'revoked'
  lastOpenedOn: string | null
  hasPassphrase: boolean
  guess: 'awaited' | 'made' | null
}

const ENDED = { expired: 'expired', revoked: 'ended by you' } as const

/** The links of a round's report; each can be copied while it lives, and ended. */
export function ShareList({ shares }: { shares: readonly ShareRow[] }) {
  if (shares.length === 0) return null
  return (
    <section className="stack">
      <h2>Links</h2>
      <ul className="rows">
        {shares.map((share) => (
          <li key={share.id} className="share">
            {share.state === 'active' ? (
              <SharedLink
                id={share.id}
                label={`Version ${share.version}, until ${writtenDay(share.expiresOn)}`}
                url={share.url}
                ends="open the report"
              />
            ) : (
              <span>{`Version ${share.version}, ${ENDED[share.state]}`}</span>
            )}
            <span className="muted">{stateWords(share)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const GUESS_WORDS = { awaited: 'asks for a guess first', made: 'the guess is made' } as const

function stateWords({ lastOpenedOn, hasPassphrase, guess }: ShareRow): string {
  return [
    lastOpenedOn ? `Last opened on ${writtenDay(lastOpenedOn)}` : 'Not opened yet',
    ...(hasPassphrase ? ['with a passphrase'] : []),
    ...(guess ? [GUESS_WORDS[guess]] : []),
  ].join(' · ')
}
