/** Field name to what is wrong with it; the name `form` stands for the form as a whole. */
export type FieldErrors = Partial<Record<string, string>>

/** Says at the top of a form what has to be mended; each line leads to its field. */
export function ErrorSummary({ errors }: { errors: FieldErrors }) {
  const entries = Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1]))
  if (entries.length === 0) return null
  return (
    <div className="notice wrong-list" role="alert">
      <p className="label">Please look at this again</p>
      <ul>
        {entries.map(([name, error]) => (
          <li key={name}>{name === 'form' ? error : <a href={`#${name}`}>{error}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
