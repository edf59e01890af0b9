import { useWords } from './speech.tsx'

/** The promise of the round, one tap away on every page where something is typed. */
export function PrivacyPromise({ promise }: { promise: string }) {
  return (
    <details className="promise">
      <summary>{useWords()('promise.title')}</summary>
      <p>{promise}</p>
    </details>
  )
}
