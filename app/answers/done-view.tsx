export interface DonePage {
  consultantName: string
  clientName: string
}

/** After handing in, where answers may still be changed. */
export function DoneView({ page }: { page: DonePage }) {
  return (
    <main id="main">
      <p className="kicker">{page.clientName}</p>
      <h1>Thank you. Your answers are in.</h1>
      <h2>What happens next</h2>
      <ol className="steps">
        <li>Your colleagues answer, each alone.</li>
        <li>When the round closes, {page.consultantName} compares the answers and writes the report.</li>
        <li>The leadership team sees where it agrees, where it does not, and what to decide.</li>
      </ol>
      <p>Until the round closes, the same link lets you read and change what you said.</p>
      <form method="post" action="/answer/leave">
        <div className="buttons">
          <button className="button main" type="submit">
            I have finished
          </button>
          <a className="button" href="/answer/review">
            Change something
          </a>
        </div>
        <p className="hint">
          “I have finished” signs this browser out, so that nobody after you can read your answers here.
        </p>
      </form>
    </main>
  )
}

/** For who opens the link again after handing in to a round that keeps no names. */
export function HandedInView({ page }: { page: DonePage }) {
  return (
    <main id="main">
      <p className="kicker">{page.clientName}</p>
      <h1>Your answers are in</h1>
      <p className="lede">
        Nobody can tell which ones are yours, so they can no longer be read back or changed.{' '}
        {page.consultantName} will write the report when the round closes.
      </p>
      <form method="post" action="/answer/leave">
        <button className="button main" type="submit">
          I have finished
        </button>
      </form>
    </main>
  )
}
