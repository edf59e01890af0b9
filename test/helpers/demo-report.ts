import type { Submission } from '#app/answers/submission.ts'
import { diagnose } from '#app/diagnosis/diagnose.ts'
import { buildReport } from '#app/report/build-report.ts'
import type { Round } from '#app/rounds/round.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import type { Codebook } from '#app/themes/theme.ts'
import { demoAnswers } from '#scripts/demo/demo-answers.ts'
import type { DemoClient } from '#scripts/demo/read-client.ts'
import { fullInstrument } from './scores.ts'

const REDRAWS = 1000
const LISTS = ['priorities', 'stops', 'dependencies'] as const

/** The report of a demonstration client, from its answers and themes and without a server. */
export function demoReport(client: DemoClient) {
  const departments = client.departments.map((name) => ({ id: name, name }))
  const roles = Object.values(client.roles).map((name) => ({ id: name, name }))
  const round = roundOf(client)
  const submissions = client.people.map(
    ({ level, email, department }, index): Submission => ({
      id: `s${index}`,
      roundId: round.id,
      level,
      leadId: email,
      departmentId: department || null,
      answers: demoAnswers({ client, departments, roles }, index, fullInstrument),
    }),
  )
  const leads = client.people.map(({ name, email, level, department, title }) => ({
    id: email,
    engagementId: 'e1',
    name,
    email,
    level,
    departmentId: department || null,
    jobTitle: title,
  }))
  const scores = scoreRound({
    instrument: fullInstrument,
    round,
    leads,
    roles,
    departments,
    submissions,
    codebook: codebookOf(client),
    redraws: REDRAWS,
  })
  const diagnosis = diagnose(scores, fullInstrument)
  const engagement = {
    id: 'e1',
    consultantId: 'c1',
    clientName: client.clientName,
    departments,
    roles,
    createdOn: '2026-03-01',
  }
  const report = buildReport({
    engagement,
    round,
    instrument: fullInstrument,
    scores,
    diagnosis,
    consultantName: 'Noor van Aalst',
    issuedOn: '2026-03-20',
    documentId: 'DEMO',
    softwareVersion: '0.1.0',
  })
  return { scores, diagnosis, report }
}

function codebookOf(client: DemoClient): Codebook {
  const themes = LISTS.flatMap((itemId) =>
    Object.entries(client.themes[itemId]).map(([id, name]) => ({ id: `${itemId}-${id}`, itemId, name })),
  )
  const lines = client.people.flatMap((person, index) =>
    LISTS.flatMap((itemId) =>
      person[itemId].map(([theme, text], position) => ({
        id: `${index}-${itemId}-${position}`,
        submissionId: `s${index}`,
        itemId,
        position,
        text,
        themeId: `${itemId}-${theme}`,
      })),
    ),
  )
  return { themes, lines }
}

function roundOf({ privacyMode, rounds }: DemoClient): Round {
  return {
    id: 'r1',
    engagementId: 'e1',
    title: rounds.answered,
    instrumentKey: 'full@1',
    instrument: fullInstrument,
    privacyMode,
    smallestGroup: 5,
    state: 'closed',
    opensOn: '2026-03-02',
    closesOn: '2026-03-13',
    openedOn: '2026-03-02',
    closedOn: '2026-03-13',
  }
}
