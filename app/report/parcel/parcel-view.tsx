import { listed } from '#app/rounds/count-words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

interface ParcelViewProps {
  href: string
  /** Titles of rounds whose answers stay behind, by the reason. */
  open: string[]
  unlinked: string[]
}

const HOLDS = [
  'The client with its departments and roles, the leads, and the words of the client.',
  'Every round: its questionnaire, who was asked and who answered, the answers, themes, lines and versions of the codebook.',
  'Your edits and released quotes, the published reports as they were frozen, what became of each mail, and the log.',
]
const LACKS = [
  'Links of leads and sponsors, passwords and sessions. The other server makes links of its own; links to published reports you make there anew.',
  'Drafts that were not handed in, proposals of the machine, steps that could be undone, sealed letters, and your brand.',
]

/** What travels in a parcel and what does not, before it is taken. */
export function ParcelView({ href, open, unlinked }: ParcelViewProps) {
  const quoted = (titles: string[]) => listed(titles.map((title) => `“${title}”`))
  return (
    <div className="stack-wide">
      {open.length > 0 && (
        <Notice tone="heed" title="Answers of open rounds stay behind">
          <p>{`${quoted(open)} would arrive closed and without answers: nobody reads them before the end. Close it first if they are to come along.`}</p>
        </Notice>
      )}
      {unlinked.length > 0 && (
        <Notice tone="heed" title="Answers of unlinked rounds stay behind">
          <p>{`The leads of ${quoted(unlinked)} were promised that nobody sees single answers, and a file would show them. Published reports come along.`}</p>
        </Notice>
      )}
      <section className="stack">
        <h2>In the parcel</h2>
        <ul>
          {HOLDS.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <h2>Not in it</h2>
        <ul>
          {LACKS.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </section>
      <section className="stack">
        <p>
          The file holds names and answers. Keep it as safe as the server, and delete it once it has arrived.
        </p>
        <div className="buttons">
          <LinkButton look="main" href={href}>
            Download the parcel (ZIP)
          </LinkButton>
        </div>
      </section>
    </div>
  )
}
