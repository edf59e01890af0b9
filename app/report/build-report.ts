import { promiseOf } from '#app/rounds/promise.ts'
import { constructFigures } from './construct-rows.ts'
import { coverFacts } from './cover-facts.ts'
import type { ReportDocument } from './document.ts'
import { accountabilityPage } from './pages/accountability.ts'
import { annexPage } from './pages/annex.ts'
import { answerFirstPage } from './pages/answer-first.ts'
import { decisionsPage } from './pages/decisions.ts'
import { dependenciesPage } from './pages/dependencies.ts'
import { diagnosisPage } from './pages/diagnosis.ts'
import { howToReadPage } from './pages/how-to-read.ts'
import { illusionPage } from './pages/illusion.ts'
import { inTheirWordsPages } from './pages/in-their-words.ts'
import { levelsPage } from './pages/levels.ts'
import { methodPage } from './pages/method.ts'
import { orderPage } from './pages/order.ts'
import { prioritiesPage } from './pages/priorities.ts'
import { rhythmPage } from './pages/rhythm.ts'
import { rhythmToInstallPage } from './pages/rhythm-to-install.ts'
import { signalsPage } from './pages/signals.ts'
import { sinceLastRoundPage } from './pages/since-last-round.ts'
import { stopsPage } from './pages/stops.ts'
import { strengthAndAgreementPage } from './pages/strength-and-agreement.ts'
import { isPage, type PageLeftOut, type ReportInput } from './report-input.ts'

/** Tells a diagnosed round as a document: the answer first, then what it rests on, then what to do. */
export function buildReport(input: ReportInput): ReportDocument {
  const opening = [illusionPage].map((page) => page(input))
  const evidence = [
    prioritiesPage,
    orderPage,
    levelsPage,
    stopsPage,
    dependenciesPage,
    signalsPage,
    accountabilityPage,
    rhythmPage,
    strengthAndAgreementPage,
  ].map((page) => page(input))
  const closing = [rhythmToInstallPage, sinceLastRoundPage, annexPage].map((page) => page(input))
  const leftOut = [...opening, ...evidence, ...closing].filter(
    (result): result is PageLeftOut => !isPage(result),
  )
  const { round, scores, consultantName } = input
  return {
    format: 'plumbline-report/1',
    documentId: input.documentId,
    language: input.instrument.language,
    clientName: input.engagement.clientName,
    roundTitle: round.title,
    consultantName,
    issuedOn: input.issuedOn,
    privacyPromise: `Everybody who answered was promised: “${promiseOf(round.privacyMode, round.promisedBy ?? consultantName, scores.smallestGroup, round.keepUntil, round.linesGoTo)}”`,
    softwareVersion: input.softwareVersion,
    brand: input.brand ?? null,
    cover: { facts: coverFacts(input) },
    constructs: constructFigures(scores),
    pages: [
      answerFirstPage(input),
      ...opening.filter(isPage),
      howToReadPage(input, leftOut),
      ...evidence.filter(isPage),
      ...inTheirWordsPages(input),
      diagnosisPage(input),
      decisionsPage(input),
      ...closing.filter(isPage),
      methodPage(input),
    ],
  }
}
