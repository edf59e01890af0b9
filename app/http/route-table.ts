/** Who may pass: anyone, a signed-in consultant, a lead who followed a personal link, a reader of one report. */
export type Guard = 'public' | 'consultant' | 'lead' | 'reader'

export interface RouteEntry {
  path: string
  /** File in `app/routes`. */
  file: string
  guard: Guard
}

/**
 * Every address of the product, with its guard. The router is built from this table and the edge holds each request
 * against it before any loader runs, so a route that is not declared here does not exist.
 */
export const ROUTE_TABLE: readonly RouteEntry[] = [
  { path: '/', file: 'home.ts', guard: 'public' },
  { path: '/setup', file: 'setup.tsx', guard: 'public' },
  { path: '/sign-in', file: 'sign-in.tsx', guard: 'public' },
  { path: '/sign-out', file: 'sign-out.ts', guard: 'consultant' },
  { path: '/link-needed', file: 'link-needed.tsx', guard: 'public' },

  { path: '/engagements', file: 'engagements.tsx', guard: 'consultant' },
  { path: '/engagements/new', file: 'engagement-new.tsx', guard: 'consultant' },
  { path: '/engagements/:engagementId', file: 'engagement.tsx', guard: 'consultant' },
  { path: '/engagements/:engagementId/edit', file: 'engagement-edit.tsx', guard: 'consultant' },
  { path: '/engagements/:engagementId/leads/new', file: 'lead-new.tsx', guard: 'consultant' },
  { path: '/engagements/:engagementId/leads/import', file: 'lead-import.tsx', guard: 'consultant' },
  { path: '/engagements/:engagementId/leads/:leadId', file: 'lead-edit.tsx', guard: 'consultant' },
  { path: '/engagements/:engagementId/rounds/new', file: 'round-new.tsx', guard: 'consultant' },

  { path: '/rounds/:roundId', file: 'round.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/edit', file: 'round-edit.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/preview', file: 'round-preview.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/links', file: 'round-links.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/links.csv', file: 'round-links-csv.ts', guard: 'consultant' },
  { path: '/rounds/:roundId/themes', file: 'themes.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/themes/:itemId', file: 'theme-item.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/report', file: 'round-report.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/report.pdf', file: 'round-report-pdf.ts', guard: 'consultant' },
  { path: '/rounds/:roundId/report.json', file: 'round-report-json.ts', guard: 'consultant' },
  { path: '/rounds/:roundId/shares', file: 'round-shares.tsx', guard: 'consultant' },

  { path: '/p/:token', file: 'invitation.tsx', guard: 'public' },
  { path: '/answer', file: 'answer.tsx', guard: 'lead' },
  { path: '/answer/review', file: 'answer-review.tsx', guard: 'lead' },
  { path: '/answer/done', file: 'answer-done.tsx', guard: 'lead' },
  { path: '/answer/leave', file: 'answer-leave.tsx', guard: 'public' },
  { path: '/answer/:sectionId', file: 'answer-section.tsx', guard: 'lead' },
  { path: '/answer/:sectionId/save', file: 'answer-save.ts', guard: 'lead' },

  { path: '/r/:token', file: 'reader-link.tsx', guard: 'public' },
  { path: '/report', file: 'reader-report.tsx', guard: 'reader' },
  { path: '/report.pdf', file: 'reader-report-pdf.ts', guard: 'reader' },
]
