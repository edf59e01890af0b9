import { accentOf, tonesOf } from '../brand-tones.ts'
import type { ReportDocument } from '../document.ts'
import { fileResponse } from '../exports/file-response.server.ts'
import { deckOf } from './deck.ts'
import { writeDeck } from './write-deck.server.ts'

const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

/** The main pages of a report as a presentation. */
export async function deckResponse(document: ReportDocument): Promise<Response> {
  const look = { colours: tonesOf(document), accent: accentOf(document) }
  return fileResponse({
    fileName: `${document.clientName} - ${document.roundTitle} - ${document.documentId}.pptx`,
    type: PRESENTATION,
    body: await writeDeck(deckOf(document), look),
  })
}
