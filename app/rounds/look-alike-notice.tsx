import { Notice } from '#app/ui/notice.tsx'
import type { Engagement } from './engagement.ts'
import { lookAlikes } from './look-alike.ts'

/** Two names that are told apart by the server and hardly by anybody else split answers that belong together. */
export function LookAlikeNotice({ engagement }: { engagement: Engagement }) {
  const lists = [
    ['departments', engagement.departments],
    ['roles', engagement.roles],
  ] as const
  const pairs = lists.flatMap(([what, entries]) =>
    lookAlikes(entries.map(({ name }) => name)).map(([one, other]) => ({ what, one, other })),
  )
  if (pairs.length === 0) return null
  return (
    <Notice tone="heed" title="Names that look alike">
      {pairs.map(({ what, one, other }) => (
        <p key={`${what} ${one} ${other}`}>
          <bdi>{one}</bdi> and <bdi>{other}</bdi> look alike and are two {what}: their letters differ, and so
          their answers are counted apart.{' '}
          <a href={`/engagements/${engagement.id}/edit`}>Correct one of them</a> if they are meant to be the
          same.
        </p>
      ))}
    </Notice>
  )
}
