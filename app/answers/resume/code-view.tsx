import { useWords } from '../speech.tsx'
import type { Say } from '../words.ts'
import { CODE_MINUTES, type CodeState } from './resume-code.ts'

/** `typing`: a code is out, so there is a field for it. */
export function CodeView({ state, typing }: { state: CodeState; typing: boolean }) {
  const say = useWords()
  const fault = faultOf(state, say)
  return (
    <main id="main">
      <p className="kicker">{say('code.kicker')}</p>
      <h1>{say(typing ? 'code.title-sent' : 'code.title')}</h1>
      <p className="lede">{say(typing ? 'code.lede-sent' : 'code.lede', { minutes: CODE_MINUTES })}</p>
      {fault && !typing && (
        <p className="wrong" role="alert">
          {fault}
        </p>
      )}
      {typing && <Typing fault={fault} />}
      <form method="post">
        <div className="buttons">
          <button className={typing ? 'button' : 'button main'} type="submit" name="intent" value="send">
            {say(typing ? 'code.again' : 'code.send')}
          </button>
        </div>
      </form>
      <section className="who-sees apart">
        <h2>{say('code.without-title')}</h2>
        <p>{say('code.without-text')}</p>
        <p>
          <a href="/answer">{say('code.without')}</a>
        </p>
      </section>
    </main>
  )
}

function Typing({ fault }: { fault: string | null }) {
  const say = useWords()
  return (
    <form method="post" className="short-form">
      <label htmlFor="code">{say('code.label')}</label>
      {fault && (
        <p className="wrong" id="code-error" role="alert">
          {fault}
        </p>
      )}
      <input
        type="text"
        id="code"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? 'code-error' : undefined}
      />
      <div className="buttons">
        <button className="button main" type="submit" name="intent" value="check">
          {say('code.check')}
        </button>
      </div>
    </form>
  )
}

function faultOf(state: CodeState, say: Say): string | null {
  switch (state.kind) {
    case 'none':
      return null
    case 'asked':
      return state.delivery === 'failed' ? say('code.failed') : null
    case 'wait':
      return say('code.wait', { minutes: state.minutes })
    case 'wrong':
      if (state.triesLeft === 0) return say('code.dead')
      return state.triesLeft === 1 ? say('code.wrong-one') : say('code.wrong', { count: state.triesLeft })
  }
}
