/** The promise of the round, one tap away on every page where something is typed. */
export function PrivacyPromise({ promise }: { promise: string }) {
  return (
    <details className="promise">
      <summary>Who sees my answers?</summary>
      <p>{promise}</p>
    </details>
  )
}
