import { LinkButton } from '#app/ui/button.tsx'
import { CADENCES } from './forum.ts'
import { CADENCE_LABELS } from './forum-form.tsx'
import { ConflictList, HoursTable } from './rhythm-costs.tsx'
import { RhythmDrafts } from './rhythm-drafts.tsx'
import { RhythmList } from './rhythm-list.tsx'
import type { RhythmView } from './rhythm-view.ts'

interface RhythmBoardProps extends RhythmView {
  /** The address of the list. */
  base: string
  mayChange: boolean
}

/** What will not work, the forums, what they take, and what the findings ask for beside them. */
export function RhythmBoard({ forums, conflicts, hours, drafts, base, mayChange }: RhythmBoardProps) {
  return (
    <div className="rhythm">
      {forums.length === 0 && <NoForum asked={drafts.length > 0} mayChange={mayChange} />}
      <ConflictList conflicts={conflicts} />
      <RhythmList forums={forums} base={base} mayChange={mayChange} />
      {hours.length > 0 && <HoursTable hours={hours} />}
      <RhythmDrafts drafts={drafts} base={base} />
      {mayChange && <AddForum base={base} />}
    </div>
  )
}

function NoForum({ asked, mayChange }: { asked: boolean; mayChange: boolean }) {
  return (
    <section className="empty">
      <h2>No forum is settled yet</h2>
      <p>
        Here stand the meetings that lead the work: weekly to clear what is blocked, monthly to move people
        and money, quarterly to set the priorities anew. Most teams need no more than these three.
      </p>
      {mayChange && (
        <p>
          {asked
            ? 'Begin with the one below that the team misses most.'
            : 'Begin with the weekly one: it is the shortest, and it shows within a month whether decisions hold.'}
        </p>
      )}
    </section>
  )
}

function AddForum({ base }: { base: string }) {
  return (
    <section>
      <h2>Add a forum</h2>
      <p>Each starts from what its cadence needs; change every word of it.</p>
      <div className="buttons">
        {CADENCES.map((cadence) => (
          <LinkButton key={cadence} href={`${base}/new?cadence=${cadence}`}>
            {CADENCE_LABELS[cadence]}
          </LinkButton>
        ))}
      </div>
    </section>
  )
}
