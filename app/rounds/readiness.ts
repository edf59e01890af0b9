import type { Engagement } from './engagement.ts'

/** What the engagement lacks for the items that offer its departments and roles; empty where nothing is missing. */
export function readinessWarnings({
  departments,
  roles,
}: Pick<Engagement, 'departments' | 'roles'>): string[] {
  return [
    ...(departments.length < 2
      ? ['Fewer than two departments are listed, and leads are asked which departments depend on which.']
      : []),
    ...(roles.length === 0
      ? [
          'No roles are listed, so leads have to type who owns what, and the same role typed twice is not matched.',
        ]
      : []),
  ]
}
