/** What the consultant can do with a report that nobody else sees yet. */
export function DraftBar({ roundId }: { roundId: string }) {
  return (
    <aside className="draft-bar" aria-label="Draft">
      <p>
        <strong>Draft.</strong> Only you can see this. Publishing freezes a version for the sponsor.
      </p>
      <nav aria-label="Round">
        <a href={`/rounds/${roundId}`}>Back to the round</a>
        <a href={`/rounds/${roundId}/themes`}>Themes</a>
        <a href={`/rounds/${roundId}/shares`}>Sponsor’s links</a>
      </nav>
      <form method="post">
        <button type="submit" name="intent" value="publish">
          Publish this report
        </button>
      </form>
    </aside>
  )
}
