import { normalised, short } from '../expected.ts'
import { main } from '../fields/answers.ts'
import { calendarName, calendarWords, readCalendarFile } from '../oracles/calendar.ts'
import { restoredCells } from '../oracles/files.ts'
import { keepFile } from '../oracles/libre-office.ts'
import { isOnPaper, readPdf } from '../oracles/pdf.ts'
import { query } from '../oracles/store.ts'
import type { Run } from '../run.ts'
import { isWithin } from '../slowness.ts'
import { createEngagement, wordsOf } from '../steps.ts'
import type { PlannedBatch } from './plan.ts'

const SLOW_MS = 5000

/** What leaves the server with a plan in it: the PDF, the table of outcomes, calendars. */
export async function judgePapers(run: Run, batch: PlannedBatch): Promise<void> {
  await judgePlanPdf(run, batch)
  await judgeOutcomes(run, batch)
  await judgeCalendars(run, batch)
}

async function judgePlanPdf(run: Run, { engagement, planned }: PlannedBatch): Promise<void> {
  const { consultant, folder } = run.world
  const path = `${engagement}/plan.pdf`
  const first = await consultant.get(path)
  // What a busy machine adds is not the product's.
  const reply = first.ms < SLOW_MS ? first : await consultant.get(path)
  const isPdf = reply.headers.get('content-type') === 'application/pdf'
  const kept = isPdf ? keepFile(folder, `plan-${run.pdfs.length}.pdf`, reply.bytes) : null
  const pdf = kept === null ? null : readPdf(kept)
  if (pdf) run.pdfs.push({ ms: reply.ms, pages: pdf.pages, placeholders: pdf.placeholders })
  for (const { item, words } of planned) {
    const code = item.expect.includes('inert-pdf') ? 'inert-pdf' : main(item)
    run.tally.judge(item, code, pdf !== null, `no PDF of the plan: ${pdf ? '' : wordsOf(reply)}`)
    if (!pdf) continue
    run.tally.judge(item, code, pdf.faults.length === 0, `the PDF of the plan: ${pdf.faults.join(', ')}`)
    run.tally.judge(item, code, isOnPaper(pdf, words), `the PDF of the plan does not hold ${short(words)}`)
    if (item.expect.includes('bounded-time'))
      run.tally.judge(
        item,
        'bounded-time',
        isWithin(reply.ms, SLOW_MS),
        `the PDF of the plan took ${Math.round(reply.ms)} ms`,
      )
  }
}

/** The table of outcomes, opened by the rule of the bytes, and taken in by another engagement. */
async function judgeOutcomes(run: Run, { engagement, planned }: PlannedBatch): Promise<void> {
  const { consultant, databasePath } = run.world
  const path = `${engagement}/plan/outcomes.csv`
  const seen = await restoredCells(run, path, 'outcomes.csv')
  const other = await createEngagement(consultant, { clientName: 'Taken in', departments: [], roles: [] })
  const form = new FormData()
  form.append('list', '')
  form.append('file', new Blob([(await consultant.get(path)).bytes.slice()], { type: 'text/csv' }), 'o.csv')
  const taken = await consultant.upload(`${other}/plan/outcomes/import`, form)
  const results = 'select content from plan_entry where engagement_id = ? and kind = ?'
  const rowsOf = async (of: string) =>
    (await query(databasePath, results, of.slice('/engagements/'.length), 'key-result')).map(
      ({ content }) => {
        const { wording, baseline, argument } = JSON.parse(String(content)) as Record<string, string>
        return JSON.stringify([wording, baseline, argument])
      },
    )
  const [left, arrived] = [await rowsOf(engagement), await rowsOf(other)]
  for (const { item, words } of planned) {
    const code = item.expect.includes('inert-sheet') ? 'inert-sheet' : main(item)
    const faults = seen?.faults ?? ['it is not there']
    run.tally.judge(item, code, faults.length === 0, `outcomes.csv: ${faults.slice(0, 3).join(', ')}`)
    const mine = left.filter((row) => row.includes(JSON.stringify(words)))
    if (mine.length === 0) continue
    run.tally.judge(item, main(item), seen?.cells.has(words) ?? false, `outcomes.csv has no ${short(words)}`)
    const isThere = mine.every((row) => arrived.includes(row))
    const answer = taken.status === 303 ? '' : wordsOf(taken)
    run.tally.judge(item, main(item), isThere, `outcomes.csv did not arrive elsewhere: ${answer}`)
  }
}

async function judgeCalendars(run: Run, { engagement, planned, clientName }: PlannedBatch): Promise<void> {
  const { consultant } = run.world
  const reply = await consultant.get(`${engagement}/plan/rhythm/calendar.ics`)
  const { events, faults } = readCalendarFile(reply.bytes)
  const head = reply.headers.get('content-disposition') ?? ''
  const isPlain = /^attachment; filename="[\x20-\x7e]+\.ics"; filename\*=UTF-8''[\w%.~-]+$/.test(head)
  for (const { item, text, lead } of planned) {
    const wrong = [
      ...faults,
      ...(isPlain ? [] : [`its name for ${short(clientName)} is ${head}`]),
      ...(events.length === planned.length ? [] : [`${events.length} entries of ${planned.length}`]),
    ]
    run.tally.judge(item, main(item), wrong.length === 0, `the calendar: ${wrong.slice(0, 3).join(', ')}`)
    const event = events.find(({ organizer }) => organizer?.toLowerCase() === `mailto:${lead.email}`)
    const summary = calendarName(text)
    run.tally.judge(item, main(item), event !== undefined, `the calendar has no entry by ${lead.email}`)
    if (!event) continue
    run.tally.judge(
      item,
      main(item),
      event.summary === summary,
      `the calendar says ${short(event.summary)} for ${short(summary)}`,
    )
    const told = calendarWords(normalised(text).trim())
    run.tally.judge(
      item,
      main(item),
      event.description.includes(`Purpose: ${told}`) && event.description.includes(`May decide: ${told}`),
      `the calendar describes it as ${short(event.description)}`,
    )
  }
}
