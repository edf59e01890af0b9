import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { answerAs } from '#scripts/visit/answer-as.ts'
import { codeLines } from '#scripts/visit/code-lines.ts'
import { publishRound } from '#scripts/visit/publish-round.ts'
import { openNewRound, personalLinks, setUpConsultant, setUpEngagement } from '#scripts/visit/set-up-round.ts'
import { createVisitor, type Visitor } from '#scripts/visit/visitor.ts'
import { demoAnswers } from './demo-answers.ts'
import type { DemoClient } from './read-client.ts'

/** What somebody needs to look around; links are paths. */
export interface DemoAccess {
  email: string
  password: string
  seniorLink: string
  /** Null where the client has no department leads. */
  departmentLink: string | null
  sponsorLink: string
}

/** Whoever signs in to look at a client. */
export const CONSULTANT = { name: 'Noor van Aalst', email: 'noor@plumbline.example' }
const SMALLEST_GROUP = 5

/**
 * Enters the client through the product's own forms: one round that everybody answered, closed, themed and published,
 * and a second one that waits for answers. Also gives the report of the first as a PDF.
 */
export async function enterClient(
  client: DemoClient,
  server: { baseUrl: string; setupCode: string },
): Promise<{ access: DemoAccess; pdf: Uint8Array }> {
  const consultant = createVisitor(server.baseUrl)
  const password = randomPassword()
  await setUpConsultant(consultant, { ...CONSULTANT, password, code: server.setupCode })
  const engagementPath = await setUpEngagement(consultant, { ...client, roles: Object.values(client.roles) })
  const privacy = { privacyMode: client.privacyMode, smallestGroup: SMALLEST_GROUP }
  const answered = { title: client.rounds.answered, instrumentKey: 'full@1', ...privacy }
  const roundPath = await openNewRound(consultant, engagementPath, answered)
  await everybodyAnswers(consultant, roundPath, client, server.baseUrl)
  await consultant.send(await consultant.open(roundPath), [], 'close')
  await sortLines(consultant, roundPath, client)
  const sponsorLink = await publishRound(consultant, roundPath)
  const sponsor = createVisitor(server.baseUrl)
  await sponsor.send(await sponsor.open(sponsorLink), [])
  const { bytes: pdf } = await sponsor.open('/report.pdf')
  const next = { title: client.rounds.open, instrumentKey: 'quick-scan@1', ...privacy }
  const links = await personalLinks(consultant, await openNewRound(consultant, engagementPath, next))
  const linkOf = (level: string) =>
    links.get(client.people.find((person) => person.level === level)?.email ?? '')
  const departmentLink = linkOf('department')
  return {
    access: {
      email: CONSULTANT.email,
      password,
      sponsorLink,
      seniorLink: pathOf(linkOf('senior')),
      departmentLink: departmentLink ? pathOf(departmentLink) : null,
    },
    pdf,
  }
}

async function everybodyAnswers(
  consultant: Visitor,
  roundPath: string,
  client: DemoClient,
  baseUrl: string,
): Promise<void> {
  const instrument = findInstrument('full@1')
  if (!instrument) throw new Error('there is no instrument full@1')
  const links = await personalLinks(consultant, roundPath)
  const byName = { client, departments: named(client.departments), roles: named(Object.values(client.roles)) }
  for (const [index, { email, level }] of client.people.entries()) {
    const link = links.get(email)
    if (!link) throw new Error(`there is no personal link for ${email}`)
    await answerAs(baseUrl, { link, level, answers: demoAnswers(byName, index, instrument) }, instrument)
  }
}

async function sortLines(consultant: Visitor, roundPath: string, client: DemoClient): Promise<void> {
  for (const itemId of ['priorities', 'stops', 'dependencies'] as const) {
    const themes = client.themes[itemId]
    const lines = client.people.flatMap((person) =>
      person[itemId].map(([theme, text]) => [text, themes[theme] ?? theme] as const),
    )
    await codeLines(consultant, `${roundPath}/themes/${itemId}`, new Map(lines))
  }
}

/** Whoever answers finds the choice by what stands beside it, so a name serves as id. */
function named(names: readonly string[]) {
  return names.map((name) => ({ id: name, name }))
}

function pathOf(link: string | undefined): string {
  if (!link) throw new Error('the second round has no link for a senior lead')
  return new URL(link).pathname
}

export function randomPassword(): string {
  const letters = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(letters, (byte) => 'abcdefghjkmnpqrstuvwxyz23456789'[byte % 31])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')
}
