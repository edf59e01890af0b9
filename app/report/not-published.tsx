/** In place of the report, for who reads nothing but what is published. */
export function NotPublished({ roundId }: { roundId: string }) {
  return (
    <main className="door" id="main">
      <h1>The report is not published yet</h1>
      <p>
        It is still being worked on. Once it is published, it stands here.{' '}
        <a href={`/rounds/${roundId}`}>Back to the round</a>
      </p>
    </main>
  )
}
