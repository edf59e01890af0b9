interface DraftBarProps {
  roundId: string
  /** Edits that no longer fit their figures. */
  stale: number
  /** Groups of lines that nobody has confirmed. */
  unconfirmed: number
  /** Why the last try to publish was held back. */
  held?: string | null
}

/** What the consultant can do with a report that nobody else sees yet. */
export function DraftBar({ roundId, stale, unconfirmed, held }: DraftBarProps) {
  const base = `/rounds/${roundId}`
  return (
    <aside className="draft-bar" aria-label="Draft">
      <p>
        <strong>Draft.</strong> Only you can see this. Publishing freezes a version for the sponsor.
        {stale > 0 && (
          <>
            {' '}
            <a className="heed" href={`${base}/report/edit`}>
              {stale === 1 ? 'One edit no longer fits' : `${stale} edits no longer fit`}
            </a>{' '}
            and {stale === 1 ? 'is' : 'are'} left out.
          </>
        )}
      </p>
      {unconfirmed > 0 && (
        <p>
          <a className="heed" href={`${base}/themes`}>
            {unconfirmed === 1 ? 'One group of lines is' : `${unconfirmed} groups of lines are`} not confirmed
          </a>
          : figures that rest on lists are given as provisional ranges.
        </p>
      )}
      {held && (
        <p className="draft-held" role="alert">
          <strong>Not published.</strong> {held}
        </p>
      )}
      <nav aria-label="Round">
        <a href={base}>Back to the round</a>
        <a href={`${base}/themes`}>Themes</a>
        <a href={`${base}/report/edit`}>Edit</a>
        <a href={`${base}/report/quotes`}>Quotes</a>
        <a href="/brand">Brand</a>
        <a href={`${base}/exports`}>Exports</a>
        <a href={`${base}/shares`}>Sponsor’s links</a>
      </nav>
      <form method="post">
        <button type="submit" name="intent" value="publish">
          Publish this report
        </button>
      </form>
    </aside>
  )
}
