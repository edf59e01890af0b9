import { useWords } from './speech.tsx'

export interface DonePage {
  consultantName: string
  clientName: string
}

/** After handing in, where answers may still be changed. */
export function DoneView({ page }: { page: DonePage }) {
  const say = useWords()
  return (
    <main id="main">
      <p className="kicker">{page.clientName}</p>
      <h1>{say('done.title')}</h1>
      <h2>{say('done.next')}</h2>
      <ol className="steps">
        <li>{say('done.step-1')}</li>
        <li>{say('done.step-2', { consultant: page.consultantName })}</li>
        <li>{say('done.step-3')}</li>
      </ol>
      <p>{say('done.return')}</p>
      <form method="post" action="/answer/leave">
        <div className="buttons">
          <button className="button main" type="submit">
            {say('act.finished')}
          </button>
          <a className="button" href="/answer/review">
            {say('done.change')}
          </a>
        </div>
        <p className="hint">{say('done.hint')}</p>
      </form>
    </main>
  )
}

/** For who opens the link again after handing in to a round that keeps no names. */
export function HandedInView({ page }: { page: DonePage }) {
  const say = useWords()
  return (
    <main id="main">
      <p className="kicker">{page.clientName}</p>
      <h1>{say('handed-in.title')}</h1>
      <p className="lede">{say('handed-in.lede', { consultant: page.consultantName })}</p>
      <form method="post" action="/answer/leave">
        <button className="button main" type="submit">
          {say('act.finished')}
        </button>
      </form>
    </main>
  )
}
