import { readFileSync } from 'node:fs'
import type { PrivacyMode } from '#app/rounds/round.ts'
import { freshBuild } from '#scripts/fresh-build.ts'
import { type RunningServer, runServer } from '#scripts/run-server.ts'
import { type Executives, readExecutives } from '#scripts/simulate/read-executives.ts'
import { openNewRound, personalLinks, setUpConsultant, setUpEngagement } from '#scripts/visit/set-up-round.ts'
import { createVisitor, type Visitor } from '#scripts/visit/visitor.ts'

export const CONSULTANT = {
  name: 'Zoë Łodygowska-Σωκράτους',
  email: 'zoe@consulting.example',
  password: 'four quiet ferries sail',
}

/** The invented team that the end-to-end tests ask: four senior leads and two department leads. */
export function ferries(): Executives {
  return readExecutives(readFileSync(new URL('../e2e/ferries.json', import.meta.url), 'utf8'))
}

export function rolesOf(team: Executives): string[] {
  return team.people.map(({ role }) => role)
}

export function departmentsOf(team: Executives): string[] {
  return team.people.map(({ department }) => department)
}

/** The built server on a free port with an empty database. */
export async function startServer(environment: Record<string, string> = {}): Promise<RunningServer> {
  freshBuild()
  return runServer({ environment })
}

/** A round of the ferries that waits for answers, set up over HTTP. */
export async function openRound(
  server: RunningServer,
  { privacyMode, instrumentKey }: { privacyMode: PrivacyMode; instrumentKey: string },
): Promise<{ consultant: Visitor; roundPath: string; links: string[] }> {
  const team = ferries()
  const consultant = createVisitor(server.baseUrl)
  await setUpConsultant(consultant, { ...CONSULTANT, code: server.setupCode })
  const people = team.people.map((person) => ({ ...person, title: person.role }))
  const client = { clientName: team.name, departments: departmentsOf(team), roles: rolesOf(team), people }
  const engagementPath = await setUpEngagement(consultant, client)
  const plan = { title: 'Spring', instrumentKey, privacyMode, smallestGroup: 4 }
  const roundPath = await openNewRound(consultant, engagementPath, plan)
  const links = await personalLinks(consultant, roundPath)
  return { consultant, roundPath, links: team.people.map(({ email }) => links.get(email) ?? '') }
}
