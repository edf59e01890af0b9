import type { ConsultantRole } from '#app/session/consultant.ts'

/**
 * Who may pass: anyone, a signed-in consultant, a lead who followed a personal link, a reader of one report,
 * whoever follows the progress of one plan.
 */
export type Guard = 'public' | 'consultant' | 'lead' | 'reader' | 'follower'

/** What is given or taken so often and no more; see `limits.server.ts`. */
export type RouteLimit = 'document' | 'export' | 'import' | 'autosave'

export interface RouteEntry {
  path: string
  /** File in `app/routes`. */
  file: string
  guard: Guard
  /** Behind the guard for consultants: the least role that may read, and that may change anything. Both `consultant` if left out. */
  reads?: ConsultantRole
  writes?: ConsultantRole
  /** Whether it opens to a consultant who has yet to set up the second factor that is asked of everybody. */
  beforeFactor?: boolean
  /** Asked for by a page’s script by itself, so that a page left open does not keep its session in use. */
  byItself?: boolean
  /** Whether forms are taken while the engagement is archived. */
  whileArchived?: boolean
  /** How often it may be asked for: files whenever they are fetched, the others whenever something is sent. */
  limit?: RouteLimit
}

/**
 * Every address of the product, with its guard. The router is built from this table and the edge holds each request
 * against it before any loader runs, so a route that is not declared here does not exist.
 */
export const ROUTE_TABLE: readonly RouteEntry[] = [
  { path: '/', file: 'home.ts', guard: 'public' },
  { path: '/setup', file: 'setup.tsx', guard: 'public' },
  { path: '/sign-in', file: 'sign-in.tsx', guard: 'public' },
  { path: '/sign-in/code', file: 'sign-in-code.tsx', guard: 'public' },
  { path: '/sign-in/again', file: 'sign-in-again.tsx', guard: 'public' },
  { path: '/sign-in/forgotten', file: 'sign-in-forgotten.tsx', guard: 'public' },
  { path: '/reset/:token', file: 'reset.tsx', guard: 'public' },
  { path: '/join/:token', file: 'join.tsx', guard: 'public' },
  {
    path: '/sign-out',
    file: 'sign-out.ts',
    guard: 'consultant',
    reads: 'viewer',
    writes: 'viewer',
    beforeFactor: true,
  },
  { path: '/link-needed', file: 'link-needed.tsx', guard: 'public' },

  { path: '/account', file: 'account.tsx', guard: 'consultant', reads: 'viewer', writes: 'viewer' },
  {
    path: '/account/second-factor',
    file: 'account-second-factor.tsx',
    guard: 'consultant',
    reads: 'viewer',
    writes: 'viewer',
    beforeFactor: true,
  },
  { path: '/people', file: 'people.tsx', guard: 'consultant', reads: 'owner', writes: 'owner' },
  { path: '/log', file: 'audit-log.tsx', guard: 'consultant', reads: 'owner' },

  { path: '/engagements', file: 'engagements.tsx', guard: 'consultant', reads: 'viewer' },
  { path: '/engagements/new', file: 'engagement-new.tsx', guard: 'consultant' },
  { path: '/engagements/import', file: 'engagement-import.tsx', limit: 'import', guard: 'consultant' },
  {
    path: '/engagements/:engagementId',
    file: 'engagement.tsx',
    guard: 'consultant',
    reads: 'viewer',
    whileArchived: true,
  },
  {
    path: '/engagements/:engagementId/duplicate',
    file: 'engagement-duplicate.tsx',
    guard: 'consultant',
    whileArchived: true,
  },
  { path: '/engagements/:engagementId/edit', file: 'engagement-edit.tsx', guard: 'consultant' },
  { path: '/engagements/:engagementId/people', file: 'engagement-people.tsx', guard: 'consultant' },
  { path: '/engagements/:engagementId/log', file: 'engagement-log.tsx', guard: 'consultant' },
  { path: '/engagements/:engagementId/leads/new', file: 'lead-new.tsx', guard: 'consultant' },
  {
    path: '/engagements/:engagementId/leads/import',
    file: 'lead-import.tsx',
    limit: 'import',
    guard: 'consultant',
  },
  { path: '/engagements/:engagementId/leads/:leadId', file: 'lead-edit.tsx', guard: 'consultant' },
  {
    path: '/engagements/:engagementId/leads/:leadId/replace',
    file: 'lead-replace.tsx',
    guard: 'consultant',
  },
  {
    path: '/engagements/:engagementId/leads/:leadId/data',
    file: 'lead-data.tsx',
    guard: 'consultant',
    whileArchived: true,
  },
  {
    path: '/engagements/:engagementId/leads/:leadId/data.json',
    file: 'lead-data-json.ts',
    limit: 'export',
    guard: 'consultant',
  },
  {
    path: '/engagements/:engagementId/leads/:leadId/data.csv',
    file: 'lead-data-csv.ts',
    limit: 'export',
    guard: 'consultant',
  },
  { path: '/engagements/:engagementId/parcel', file: 'engagement-parcel.tsx', guard: 'consultant' },
  {
    path: '/engagements/:engagementId/parcel.zip',
    file: 'engagement-parcel-zip.ts',
    limit: 'export',
    guard: 'consultant',
  },
  { path: '/engagements/:engagementId/plan', file: 'plan.tsx', guard: 'consultant', reads: 'viewer' },
  {
    path: '/engagements/:engagementId/plan.pdf',
    file: 'plan-pdf.ts',
    guard: 'consultant',
    reads: 'viewer',
    limit: 'document',
  },
  {
    path: '/engagements/:engagementId/plan/commitments',
    file: 'plan-commitments.tsx',
    guard: 'consultant',
    reads: 'viewer',
  },
  {
    path: '/engagements/:engagementId/plan/decisions/:entryId',
    file: 'plan-decision.tsx',
    guard: 'consultant',
  },
  {
    path: '/engagements/:engagementId/plan/week',
    file: 'plan-week.tsx',
    guard: 'consultant',
    reads: 'viewer',
  },
  { path: '/engagements/:engagementId/plan/progress', file: 'plan-progress.tsx', guard: 'consultant' },
  { path: '/engagements/:engagementId/plan/reminders', file: 'plan-reminders.tsx', guard: 'consultant' },
  {
    path: '/engagements/:engagementId/plan/priorities',
    file: 'plan-priorities.tsx',
    guard: 'consultant',
    reads: 'viewer',
  },
  {
    path: '/engagements/:engagementId/plan/priorities/:entryId',
    file: 'plan-priority.tsx',
    guard: 'consultant',
  },
  {
    path: '/engagements/:engagementId/plan/not-now',
    file: 'plan-not-now.tsx',
    guard: 'consultant',
    reads: 'viewer',
  },
  {
    path: '/engagements/:engagementId/plan/not-now/:entryId',
    file: 'plan-not-now-entry.tsx',
    guard: 'consultant',
  },
  {
    path: '/engagements/:engagementId/plan/rights',
    file: 'plan-rights.tsx',
    guard: 'consultant',
    reads: 'viewer',
  },
  {
    path: '/engagements/:engagementId/plan/rights/print',
    file: 'plan-rights-print.tsx',
    guard: 'consultant',
    reads: 'viewer',
  },
  { path: '/engagements/:engagementId/plan/rights/:entryId', file: 'plan-right.tsx', guard: 'consultant' },
  {
    path: '/engagements/:engagementId/plan/outcomes',
    file: 'plan-outcomes.tsx',
    guard: 'consultant',
    reads: 'viewer',
  },
  {
    path: '/engagements/:engagementId/plan/outcomes.csv',
    file: 'plan-outcomes-csv.ts',
    limit: 'export',
    guard: 'consultant',
  },
  {
    path: '/engagements/:engagementId/plan/outcomes/import',
    file: 'plan-outcomes-import.tsx',
    guard: 'consultant',
    limit: 'import',
  },
  {
    path: '/engagements/:engagementId/plan/outcomes/check',
    file: 'plan-outcomes-check.ts',
    guard: 'consultant',
  },
  {
    path: '/engagements/:engagementId/plan/outcomes/objectives/:entryId',
    file: 'plan-objective.tsx',
    guard: 'consultant',
  },
  {
    path: '/engagements/:engagementId/plan/outcomes/key-results/:entryId',
    file: 'plan-key-result.tsx',
    guard: 'consultant',
  },
  {
    path: '/engagements/:engagementId/plan/rhythm',
    file: 'plan-rhythm.tsx',
    guard: 'consultant',
    reads: 'viewer',
  },
  {
    path: '/engagements/:engagementId/plan/rhythm/calendar.ics',
    file: 'plan-rhythm-calendar.ts',
    guard: 'consultant',
    reads: 'viewer',
  },
  { path: '/engagements/:engagementId/plan/rhythm/:entryId', file: 'plan-forum.tsx', guard: 'consultant' },
  {
    path: '/engagements/:engagementId/plan/rhythm/:entryId/calendar.ics',
    file: 'plan-forum-calendar.ts',
    guard: 'consultant',
    reads: 'viewer',
  },
  {
    path: '/engagements/:engagementId/plan/rollout',
    file: 'plan-rollout.tsx',
    guard: 'consultant',
    reads: 'viewer',
  },
  {
    path: '/engagements/:engagementId/plan/rollout/stages/:entryId',
    file: 'plan-stage.tsx',
    guard: 'consultant',
  },
  {
    path: '/engagements/:engagementId/plan/rollout/countermeasures/:entryId',
    file: 'plan-countermeasure.tsx',
    guard: 'consultant',
  },
  { path: '/engagements/:engagementId/rounds/new', file: 'round-new.tsx', guard: 'consultant' },

  { path: '/rounds/:roundId', file: 'round.tsx', guard: 'consultant', reads: 'viewer' },
  { path: '/rounds/:roundId/edit', file: 'round-edit.tsx', guard: 'consultant' },
  {
    path: '/rounds/:roundId/live',
    file: 'round-live.ts',
    guard: 'consultant',
    reads: 'viewer',
    byItself: true,
  },
  { path: '/rounds/:roundId/people', file: 'round-people.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/days', file: 'round-days.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/commitments', file: 'round-commitments.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/key', file: 'round-key.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/preview', file: 'round-preview.tsx', guard: 'consultant', reads: 'viewer' },
  { path: '/rounds/:roundId/links', file: 'round-links.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/links.csv', file: 'round-links-csv.ts', guard: 'consultant' },
  { path: '/rounds/:roundId/mail', file: 'round-mail.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/mail/texts', file: 'round-mail-texts.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/mail/reminders', file: 'round-reminders.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/mail-files/:participationId', file: 'round-mail-file.ts', guard: 'consultant' },
  { path: '/rounds/:roundId/letters', file: 'round-letters.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/themes', file: 'themes.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/themes.csv', file: 'themes-csv.ts', limit: 'export', guard: 'consultant' },
  { path: '/rounds/:roundId/themes.json', file: 'themes-json.ts', limit: 'export', guard: 'consultant' },
  { path: '/rounds/:roundId/themes/links', file: 'theme-links.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/themes/second', file: 'second-coding.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/themes/second/:itemId', file: 'second-coding-item.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/themes/:itemId', file: 'theme-item.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/report', file: 'round-report.tsx', guard: 'consultant', reads: 'viewer' },
  {
    path: '/rounds/:roundId/report.pdf',
    file: 'round-report-pdf.ts',
    limit: 'document',
    guard: 'consultant',
    reads: 'viewer',
  },
  {
    path: '/rounds/:roundId/report.json',
    file: 'round-report-json.ts',
    limit: 'export',
    guard: 'consultant',
  },
  {
    path: '/rounds/:roundId/report.pptx',
    file: 'round-report-pptx.ts',
    limit: 'document',
    guard: 'consultant',
  },
  { path: '/rounds/:roundId/report/charts/:file', file: 'round-chart.ts', guard: 'consultant' },
  { path: '/rounds/:roundId/exports', file: 'round-exports.tsx', guard: 'consultant' },
  {
    path: '/rounds/:roundId/exports/:file',
    file: 'round-export-file.ts',
    limit: 'export',
    guard: 'consultant',
  },
  { path: '/rounds/:roundId/report/edit', file: 'report-edit.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/report/edit/:pageId', file: 'report-edit-page.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/report/quotes', file: 'report-quotes.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/report/changes', file: 'report-changes.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/shares', file: 'round-shares.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/debrief', file: 'debrief.tsx', guard: 'consultant', reads: 'viewer' },
  { path: '/rounds/:roundId/debrief/decisions', file: 'debrief-decisions.ts', guard: 'consultant' },
  { path: '/rounds/:roundId/revote', file: 'revote.tsx', guard: 'consultant' },
  { path: '/rounds/:roundId/revote/count', file: 'revote-count.ts', guard: 'consultant', byItself: true },
  { path: '/rounds/:roundId/keeping', file: 'round-keeping.tsx', guard: 'consultant', whileArchived: true },

  { path: '/questionnaires', file: 'questionnaires.tsx', guard: 'consultant' },
  { path: '/questionnaires/import', file: 'questionnaire-import.tsx', limit: 'import', guard: 'consultant' },
  { path: '/questionnaires/:questionnaireId', file: 'questionnaire.tsx', guard: 'consultant' },
  {
    path: '/questionnaires/:questionnaireId/items/:itemId',
    file: 'questionnaire-item.tsx',
    guard: 'consultant',
  },
  {
    path: '/questionnaires/:questionnaireId/languages/:language',
    file: 'questionnaire-language.tsx',
    guard: 'consultant',
  },
  {
    path: '/questionnaires/:questionnaireId/preview',
    file: 'questionnaire-preview.tsx',
    guard: 'consultant',
  },
  {
    path: '/questionnaires/:questionnaireId/file/:format',
    file: 'questionnaire-file.ts',
    guard: 'consultant',
  },

  { path: '/code', file: 'short-code.tsx', guard: 'public' },
  { path: '/p/:token', file: 'invitation.tsx', guard: 'public' },
  { path: '/answer', file: 'answer.tsx', guard: 'lead' },
  { path: '/answer/code', file: 'answer-code.tsx', guard: 'lead' },
  { path: '/answer/review', file: 'answer-review.tsx', guard: 'lead' },
  { path: '/answer/revote', file: 'answer-revote.tsx', guard: 'lead' },
  { path: '/answer/done', file: 'answer-done.tsx', guard: 'lead' },
  { path: '/answer/leave', file: 'answer-leave.tsx', guard: 'public' },
  { path: '/answer/:sectionId', file: 'answer-section.tsx', guard: 'lead' },
  { path: '/answer/:sectionId/save', file: 'answer-save.ts', limit: 'autosave', guard: 'lead' },

  { path: '/brand', file: 'brand.tsx', guard: 'consultant' },
  { path: '/brand/:brandId/report.css', file: 'brand-report-css.ts', guard: 'public' },
  { path: '/brand/:brandId/questionnaire.css', file: 'brand-questionnaire-css.ts', guard: 'public' },
  { path: '/brand/:brandId/logo.png', file: 'brand-logo.ts', guard: 'public' },
  { path: '/brand/:brandId/small-logo.png', file: 'brand-small-logo.ts', guard: 'public' },

  { path: '/r/:token', file: 'reader-link.tsx', guard: 'public' },
  { path: '/g/:token', file: 'progress-link.tsx', guard: 'public' },
  { path: '/progress', file: 'progress.tsx', guard: 'follower' },
  { path: '/report', file: 'reader-report.tsx', guard: 'reader' },
  { path: '/report.pdf', file: 'reader-report-pdf.ts', limit: 'document', guard: 'reader' },
  { path: '/report.pptx', file: 'reader-report-pptx.ts', limit: 'document', guard: 'reader' },
]

/** What the router calls a file in `app/routes`. */
export function routeIdOf(file: string): string {
  return `routes/${file.replace(/\.tsx?$/, '')}`
}
