import { describe, expect, test } from 'vitest'
import { currentRulebook } from '#app/diagnosis/rulebook.ts'
import { recommendMoves } from '#app/redesign/move.ts'
import { asTyped } from '#app/report/debrief/as-typed.ts'
import { debriefOf } from '#app/report/debrief/debrief.ts'
import { decisionForms } from '#app/report/debrief/decision-forms.ts'
import { debriefQuestions, questionsFor } from '#app/report/debrief/questions.ts'
import { dayWritten } from '#app/report/debrief/written-back.ts'
import type { ReportDocument } from '#app/report/document.ts'
import { MARK } from '#app/report/edits/apply-edits.ts'
import { addDays, writtenDay } from '#app/rounds/day.ts'
import clientFile from '#scripts/demo/client.json' with { type: 'json' }
import { readClient } from '#scripts/demo/read-client.ts'
import { demoReport } from '#test/helpers/demo-report.ts'

const client = readClient(clientFile)
const { report, diagnosis } = demoReport(client)
const debrief = debriefOf(report)
const roles = Object.values(client.roles)

describe('the way through a report', () => {
  test('begins with the answer and goes on with the sure problems, the worst first', () => {
    expect(debrief.statement).toBe(diagnosis.verdict.statement)
    const severities = debrief.findings.map(
      ({ ruleId }) => diagnosis.findings.find((finding) => finding.ruleId === ruleId)?.severity ?? -1,
    )
    expect(severities.length).toBeGreaterThan(2)
    expect(severities).toEqual(severities.toSorted((one, other) => other - one))
    for (const { ruleId } of debrief.findings) {
      const finding = diagnosis.findings.find((one) => one.ruleId === ruleId)
      expect([finding?.kind, finding?.certainty === 'indicative']).toEqual(['problem', false])
    }
  })

  test('tells each finding as the report does, with a picture of the report and two questions or three', () => {
    const scenes = report.pages.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'figure'))
    for (const { ruleId, headline, meaning, questions, figure } of debrief.findings) {
      const finding = diagnosis.findings.find((one) => one.ruleId === ruleId)
      expect([headline.replace(/\.$/, ''), meaning]).toEqual([
        finding?.headline.replace(/\.$/, ''),
        finding?.meaning,
      ])
      expect([2, 3]).toContain(questions.length)
      expect(scenes).toContain(figure)
    }
  })

  test('proposes the three decisions of the report with whom and by when', () => {
    const moves = recommendMoves(diagnosis, report.issuedOn, roles).slice(0, 3)
    expect(debrief.proposals).toEqual(
      moves.map(({ action, ownerRole, due, ruleId }) => ({ wording: action, owner: ownerRole, due, ruleId })),
    )
    const placed = debrief.findings.flatMap(({ proposal }) => proposal ?? [])
    expect([...placed, ...debrief.further]).toHaveLength(3)
  })

  test('asks for each subject’s figure once, and holds it against what the report gives', () => {
    const guesses = debrief.findings.flatMap(({ guess }) => guess ?? [])
    expect(guesses.length).toBeGreaterThan(0)
    expect(new Set(guesses.map(({ label }) => label)).size).toBe(guesses.length)
    for (const { label, agreement } of guesses) {
      const known = report.constructs?.filter((figure) => figure.label === label)
      expect(known?.map((figure) => figure.agreement)).toContain(agreement)
    }
  })

  test('holds no name of anybody who was asked: the report does not either', () => {
    const words = JSON.stringify(debrief)
    for (const { name, email } of client.people)
      for (const private_ of [name, email]) expect(words).not.toContain(private_)
  })

  test('says so where no finding is sure', () => {
    const bare: ReportDocument = { ...report, pages: report.pages.filter(({ id }) => id === 'method') }
    expect(debriefOf(bare)).toMatchObject({ findings: [], proposals: [], strip: null })
  })
})

test('what the consultant has put in their own words is told in these', () => {
  const edited = structuredClone(report)
  const list = edited.pages.find(({ id }) => id === 'diagnosis')?.blocks.find(({ kind }) => kind === 'list')
  const moves = edited.pages
    .find(({ id }) => id === 'answer-first')
    ?.blocks.filter(({ kind }) => kind === 'list')
    .at(-1)
  if (list?.kind !== 'list' || moves?.kind !== 'list') throw new Error('the report has these lists')
  const [first] = list.items
  const [move] = moves.items
  if (!first || !move) throw new Error('neither is empty')
  Object.assign(first, { text: `Nobody knows what gives way.${MARK}`, voice: 'consultant' })
  Object.assign(move, { text: `Sit down on Friday.${MARK}`, voice: 'consultant' })
  const told = debriefOf(edited)
  expect(told.findings[0]).toMatchObject({ headline: `Nobody knows what gives way.${MARK}`, certainty: null })
  expect(told.proposals[0]).toMatchObject({ wording: 'Sit down on Friday.', owner: '', due: '' })
})

test('every day that a report writes out is read back', () => {
  for (let day = 0; day < 800; day += 7) {
    const date = addDays('2026-01-01', day)
    expect(dayWritten(writtenDay(date))).toBe(date)
  }
  for (const words of ['', 'soon', '31 February 2026', '1 May', '2026-03-01'])
    expect(dayWritten(words)).toBe('')
})

test('questions name rules that there are, and every problem has its own', () => {
  const problems = currentRulebook.rules.filter(({ kind }) => kind === 'problem')
  const ids = problems.map(({ id }) => id)
  expect(Object.keys(debriefQuestions.byRule).filter((id) => !ids.includes(id))).toEqual([])
  for (const { id, construct } of problems)
    expect([2, 3]).toContain(questionsFor({ ruleId: id, construct }).length)
})

describe('the forms of the decisions', () => {
  let made = 0
  const newId = () => `new-${++made}`
  const taken = (id: string, ruleId: string) => ({
    id,
    revision: 2,
    content: {
      wording: `Decided ${id}`,
      owner: 'Chair',
      due: '',
      ruleId,
      roundId: 'r1',
      note: '',
      state: 'open' as const,
    },
  })
  const finding = debrief.findings.find(({ proposal }) => proposal !== null)
  const ruleId = finding?.ruleId ?? ''
  const at = debrief.findings.findIndex(({ proposal }) => proposal !== null)

  test('hold the proposal until something is decided, and then what was', () => {
    expect(decisionForms(debrief, [], newId).findings[at]).toMatchObject({
      revision: 0,
      wording: finding?.proposal?.wording,
    })
    const forms = decisionForms(debrief, [taken('a', ruleId), taken('b', ''), taken('c', ruleId)], newId)
    expect(forms.findings[at]).toMatchObject({ entry: 'a', revision: 2, wording: 'Decided a' })
    expect(forms.further.filter(({ revision }) => revision > 0).map(({ entry }) => entry)).toEqual(['b', 'c'])
    expect(forms.blank).toMatchObject({ revision: 0, wording: '' })
  })

  test('show what was typed again, under a new id where the old one is gone', () => {
    const forms = decisionForms(debrief, [], newId)
    const typed = { wording: '', owner: 'Nobody', due: '' }
    const refused = { entry: 'sent', revision: 0, typed, ruleId, status: 400 }
    const again = asTyped(forms, refused)
    expect(again.entry).toBe('sent')
    expect(again.forms.findings[at]).toMatchObject({ entry: 'sent', owner: 'Nobody' })
    const gone = asTyped(forms, { ...refused, status: 404 })
    expect(gone.entry).toBe(forms.findings[at]?.entry)
    expect(gone.forms.findings[at]).toMatchObject({ owner: 'Nobody', revision: 0 })
  })
})
