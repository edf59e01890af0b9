import type { Diagnosis } from '#app/diagnosis/diagnosis.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { ReportDocument } from '#app/report/document.ts'
import { type PrivacyMode, SMALLEST_GROUP } from '#app/rounds/round.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import { answerAs, type LeadPages } from '#scripts/visit/answer-as.ts'
import { codeLines } from '#scripts/visit/code-lines.ts'
import { publishRound } from '#scripts/visit/publish-round.ts'
import { openNewRound, personalLinks, setUpConsultant, setUpEngagement } from '#scripts/visit/set-up-round.ts'
import { createVisitor, type Visitor } from '#scripts/visit/visitor.ts'
import { drawAnswers, type Profile } from './profiles.ts'
import type { Executives } from './read-executives.ts'

export interface SimulationOptions {
  server: { baseUrl: string; setupCode: string }
  profile: Profile
  seed: number
  privacyMode: PrivacyMode
}

export interface Simulation {
  report: { document: ReportDocument; scores: RoundScores; diagnosis: Diagnosis }
  pdf: Uint8Array
  /** Short name to HTML. */
  pages: Record<string, string>
}

const INSTRUMENT = 'full@1'
const CONSULTANT = { name: 'Robin Marchetti', email: 'robin.marchetti@consulting.example' }

/** Plays a whole round over HTTP on a server with an empty database, from the set-up code to the sponsor's report. */
export async function runSimulation(executives: Executives, options: SimulationOptions): Promise<Simulation> {
  const { baseUrl, setupCode } = options.server
  const consultant = createVisitor(baseUrl)
  await setUpConsultant(consultant, { ...CONSULTANT, password: crypto.randomUUID(), code: setupCode })
  const roundPath = await openRoundFor(consultant, executives, options.privacyMode)
  const leadPages = await everybodyAnswers(consultant, roundPath, executives, options)
  const monitor = await consultant.open(roundPath)
  await consultant.send(monitor, [], 'close')
  const benches = await sortLines(consultant, roundPath, executives)
  const sponsorLink = await publishRound(consultant, roundPath)
  const report = await consultant.open(`${roundPath}/report`)
  const sponsor = createVisitor(baseUrl)
  const read = await sponsor.send(await sponsor.open(sponsorLink), [])
  return {
    report: JSON.parse((await consultant.open(`${roundPath}/report.json`)).html),
    pdf: (await sponsor.open('/report.pdf')).bytes,
    pages: { ...leadPages, monitor: monitor.html, themes: benches, report: report.html, sponsor: read.html },
  }
}

/** With the floor as smallest group, even a third of twelve people is shown. */
async function openRoundFor(
  consultant: Visitor,
  executives: Executives,
  privacyMode: PrivacyMode,
): Promise<string> {
  const people = executives.people.map((person) => ({ ...person, title: person.role }))
  const client = { clientName: executives.name, ...namesIn(executives), people }
  const engagementPath = await setUpEngagement(consultant, client)
  const plan = {
    title: 'Simulated round',
    instrumentKey: INSTRUMENT,
    privacyMode,
    smallestGroup: SMALLEST_GROUP.floor,
  }
  return openNewRound(consultant, engagementPath, plan)
}

/** One after the other, each by the personal link that the consultant has for them. */
async function everybodyAnswers(
  consultant: Visitor,
  roundPath: string,
  executives: Executives,
  { server, profile, seed }: SimulationOptions,
): Promise<LeadPages> {
  const links = await personalLinks(consultant, roundPath)
  const drawn = drawAnswers({ executives, instrument: instrument(), ...namesIn(executives) }, profile, seed)
  const pages: LeadPages[] = []
  for (const { id, email, level } of executives.people) {
    const link = links.get(email)
    if (!link) throw new Error(`there is no personal link for ${email}`)
    pages.push(await answerAs(server.baseUrl, { link, level, answers: drawn.get(id) ?? {} }, instrument()))
  }
  const [first] = pages
  if (!first) throw new Error('the file names no people')
  return first
}

/** The file's labels stand for the consultant's judgement. Gives the bench of the first item as it was left. */
async function sortLines(consultant: Visitor, roundPath: string, executives: Executives): Promise<string> {
  const items = itemsOf(instrument()).filter(({ kind }) => kind === 'lines')
  for (const [index, question] of executives.questions.entries()) {
    const named = question.lines.map(({ text, theme }) => [text, executives.themes[theme] ?? theme] as const)
    await codeLines(consultant, `${roundPath}/themes/${items[index]?.id}`, new Map(named))
  }
  return (await consultant.open(`${roundPath}/themes/${items[0]?.id}`)).html
}

function namesIn({ people }: Executives) {
  const roles = [...new Set(people.map(({ role }) => role))]
  return { roles, departments: [...new Set(people.map(({ department }) => department))] }
}

function instrument(): Instrument {
  const found = findInstrument(INSTRUMENT)
  if (!found) throw new Error(`there is no instrument ${INSTRUMENT}`)
  return found
}
