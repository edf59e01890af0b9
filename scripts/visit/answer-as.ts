import type { Answers } from '#app/answers/answer.ts'
import { formOf } from '#app/answers/form-of.ts'
import type { Instrument, Level, Section } from '#app/questionnaire/instrument.ts'
import { sectionsFor } from '#app/questionnaire/items.ts'
import { createVisitor, type Page } from './visitor.ts'

interface Lead {
  link: string
  level: Level
  answers: Answers
}

/** The pages that a lead met, by a short name. */
export interface LeadPages {
  welcome: string
  section: string
}

/** Answers the whole questionnaire as one lead would, from the personal link to the last button. */
export async function answerAs(baseUrl: string, lead: Lead, instrument: Instrument): Promise<LeadPages> {
  const visitor = createVisitor(baseUrl)
  const welcome = await visitor.open(lead.link)
  const identity = await visitor.send(welcome, [])
  const consents = identity.html.includes('name="consent"')
  await visitor.send(identity, consents ? [['consent', 'yes']] : [], 'me')
  const met: Page[] = []
  for (const section of sectionsFor(instrument, lead.level)) {
    const page = await visitor.open(`/answer/${section.id}`)
    const next = await visitor.send(page, fieldsOf(section, lead.answers), 'next')
    if (next.path === page.path) throw new Error(`${page.path} did not take the answers of ${lead.link}`)
    met.push(page)
  }
  const review = await visitor.open('/answer/review')
  const final = review.html.includes('name="final"')
  const done = await visitor.send(review, final ? [['final', 'yes']] : [])
  if (done.path === review.path) throw new Error(`the answers of ${lead.link} were not handed in`)
  return { welcome: welcome.html, section: met[0]?.html ?? '' }
}

function fieldsOf(section: Section, answers: Answers): [string, string][] {
  return section.items.flatMap((item) => formOf(item, answers[item.id] ?? { state: 'skipped' }))
}
