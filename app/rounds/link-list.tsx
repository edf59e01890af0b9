import { Button, LinkButton } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { counted } from './count-words.ts'
import { LevelMark } from './level-mark.tsx'
import { linksText, type PersonalLink, unusedLinks } from './personal-link.ts'

interface LinkListProps {
  roundId: string
  links: readonly PersonalLink[]
  /** A link that was made a moment ago, shown this once. */
  reissued: { participationId: string; link: string } | null
}

export function LinkList({ roundId, links, reissued }: LinkListProps) {
  const renewed = links.find(({ participationId }) => participationId === reissued?.participationId)
  return (
    <div className="stack-wide">
      {reissued && renewed && (
        <Notice tone="good" title={`A new link for ${renewed.name}`}>
          <p>
            The old one opens nothing any more. Copy this one now: it is not shown again once it is in use.
          </p>
          <LinkField id="reissued" name={renewed.name} link={reissued.link} />
        </Notice>
      )}
      <Table
        caption={`${counted(unusedLinks(links).length, 'link')} not used yet`}
        columns={[{ label: 'Lead' }, { label: 'Level' }, { label: 'Personal link' }, { label: 'Replace' }]}
        rows={links.map((link) => ({ key: link.participationId, cells: cellsOf(link) }))}
      />
      <MailMerge roundId={roundId} links={links} />
    </div>
  )
}

function cellsOf(entry: PersonalLink) {
  const { participationId, name, level, state, link } = entry
  return [
    name,
    <LevelMark key="level" level={level} />,
    link ? (
      <LinkField key="link" id={`link-${participationId}`} name={name} link={link} />
    ) : (
      <span key="link" className="muted">
        {state === 'done' ? 'In use: has answered' : 'In use: has started'}
      </span>
    ),
    entry.canReissue ? <Replace key="replace" entry={entry} /> : '',
  ]
}

function LinkField({ id, name, link }: { id: string; name: string; link: string }) {
  return (
    <span className="link-field wide">
      <input
        id={id}
        className="copied-from"
        type="text"
        readOnly
        value={link}
        aria-label={`Link for ${name}`}
      />
      <Button type="button" data-copy={id} hidden aria-label={`Copy the link for ${name}`}>
        Copy
      </Button>
    </span>
  )
}

const LOST =
  'What they have begun is deleted: in an unlinked round nobody else may read it by the new link, and no code can be mailed here.'

function Replace({ entry: { participationId, name, losesDraft } }: { entry: PersonalLink }) {
  return (
    <Confirm
      ask="Reissue"
      act={`Make a new link for ${name}`}
      intent="reissue"
      fields={{ participationId }}
      quiet
    >
      <p>{`The link that ${name} has stops working at once. ${losesDraft ? LOST : 'Answers that were saved stay.'}`}</p>
    </Confirm>
  )
}

function MailMerge({ roundId, links }: { roundId: string; links: readonly PersonalLink[] }) {
  const unused = unusedLinks(links)
  if (unused.length === 0) return null
  return (
    <section className="stack">
      <h2>For a mail merge</h2>
      <p>
        Whoever holds a link answers in that lead’s name. Send each to its own lead only, never in one message
        to all.
      </p>
      <div className="buttons">
        <LinkButton href={`/rounds/${roundId}/links.csv`}>Download as CSV</LinkButton>
      </div>
      <TextArea
        name="all-links"
        label="Name, e-mail address and link"
        hint="Separated by tabs, to be pasted into a spreadsheet."
        className="lines"
        rows={Math.min(12, unused.length + 1)}
        readOnly
        wrap="off"
        value={linksText(links)}
      />
      <Button type="button" data-copy="all-links" hidden>
        Copy all
      </Button>
    </section>
  )
}
