import { useWords } from './speech.tsx'

/** For whoever holds a letter and has no camera at hand. Names nobody. */
export function ShortCodeView({ fault }: { fault: 'wrong' | 'wait' | null }) {
  const say = useWords()
  return (
    <main id="main">
      <h1>{say('short-code.title')}</h1>
      <p className="lede">{say('short-code.lede')}</p>
      <form method="post" className="short-form">
        <label htmlFor="code">{say('short-code.label')}</label>
        <p className="hint" id="code-hint">
          {say('short-code.hint')}
        </p>
        {fault && (
          <p className="wrong" id="code-error" role="alert">
            {say(`short-code.${fault}`)}
          </p>
        )}
        <input
          type="text"
          id="code"
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'code-hint code-error' : 'code-hint'}
        />
        <div className="buttons">
          <button className="button main" type="submit">
            {say('short-code.act')}
          </button>
        </div>
      </form>
    </main>
  )
}
