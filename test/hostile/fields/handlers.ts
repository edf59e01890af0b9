import type { HostileItem } from '../corpus.ts'
import type { Run } from '../run.ts'
import { runAnswers } from './answers.ts'
import { runBodies } from './bodies.ts'
import { runEmails } from './emails.ts'
import { runFileNames } from './file-names.ts'
import { runLabels } from './labels.ts'
import { runRedirects } from './redirects.ts'
import { runRosters } from './rosters.ts'
import { runScales } from './scales.ts'
import { runPaths, runRaw } from './wire.ts'

type Handler = (run: Run, items: readonly HostileItem[]) => Promise<void>

/** Whether somebody types it as words: an answer or a name, and so whatever a team may write into a plan as well. */
export function isTyped({ field, text }: HostileItem): boolean {
  return text !== null && [runAnswers, runLabels].includes(HANDLERS[field] as Handler)
}

/** Which part puts a field's values where. A field that is not here is not known, and the run says so. */
export const HANDLERS: Readonly<Record<string, Handler>> = Object.assign(Object.create(null), {
  answer: runAnswers,
  text: runAnswers,
  comment: runAnswers,
  line: runAnswers,
  quote: runAnswers,
  edit: runAnswers,
  narrative: runAnswers,
  label: runLabels,
  name: runLabels,
  company: runLabels,
  client: runLabels,
  department: runLabels,
  role: runLabels,
  theme: runLabels,
  title: runLabels,
  question: runLabels,
  option: runLabels,
  footer: runLabels,
  mail: runLabels,
  subject: runLabels,
  owner: runAnswers,
  email: runEmails,
  filename: runFileNames,
  redirectTo: runRedirects,
  path: runPaths,
  url: runPaths,
  scale: runScales,
  body: runBodies,
  json: runBodies,
  questionnaire: runBodies,
  raw_http: runRaw,
  raw: runRaw,
  request: runRaw,
  http: runRaw,
  csv: runRosters,
  roster: runRosters,
  import: runRosters,
  file: runRosters,
})
