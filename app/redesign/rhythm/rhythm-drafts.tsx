import { LinkButton } from '#app/ui/button.tsx'
import type { DraftForum } from './draft-rhythm.ts'

interface RhythmDraftsProps {
  drafts: readonly DraftForum[]
  /** The address of the list. */
  base: string
}

/** Forums that the findings ask for; none is in the plan before it is saved. */
export function RhythmDrafts({ drafts, base }: RhythmDraftsProps) {
  if (drafts.length === 0) return null
  return (
    <section>
      <h2>Asked for by the findings</h2>
      <ul className="rows">
        {drafts.map((draft) => (
          <Draft key={draft.id} draft={draft} base={base} />
        ))}
      </ul>
    </section>
  )
}

function Draft({ draft, base }: { draft: DraftForum; base: string }) {
  const { id, name, purpose, owner, now, stops } = draft
  return (
    <li>
      <div className="forum-draft">
        <h3>
          {name}: {purpose}
        </h3>
        {now && (
          <p>
            Today: “{now.words}”, say {now.said} of the senior team.
          </p>
        )}
        <p>
          {owner
            ? `Owner to start from: ${owner.role}, named by ${owner.said} of the senior team.`
            : 'No role is named as its owner by most of the senior team: choose one.'}
        </p>
        <p className="hint">Because of: {stops.map(({ name: finding }) => finding).join('; ')}</p>
      </div>
      <LinkButton href={`${base}/new?cadence=${id}&from=findings`}>Take over</LinkButton>
    </li>
  )
}
