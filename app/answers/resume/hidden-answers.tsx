import { useWords } from '../speech.tsx'

/** Says that there is more than this browser may show, and how to see it. */
export function HiddenAnswers() {
  const say = useWords()
  return (
    <div className="notice">
      <p>
        {say('code.notice')} <a href="/answer/code">{say('code.see')}</a>
      </p>
    </div>
  )
}
