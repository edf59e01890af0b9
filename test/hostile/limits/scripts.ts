import { readFileSync } from 'node:fs'
import { keepFile } from '../oracles/libre-office.ts'
import { isOnPaper, readPdf } from '../oracles/pdf.ts'
import type { Run } from '../run.ts'
import {
  closeRound,
  createEngagement,
  enterAsLead,
  handIn,
  importLeads,
  linksOf,
  openRound,
} from '../steps.ts'

/** A sentence in each script that reports are likely to meet. */
const SCRIPTS: Record<string, string> = {
  Latin: 'Déçu, Łódź, Şırnak, Ñandú, ő',
  Greek: 'Καλημέρα κόσμε',
  Cyrillic: 'Съешь ещё этих мягких булок',
  Hebrew: 'שלום עולם',
  Arabic: 'مرحبا بالعالم',
  Devanagari: 'नमस्ते दुनिया',
  Thai: 'สวัสดีชาวโลก',
  CJK: '你好世界、こんにちは',
  Hangul: '안녕하세요 세계',
  Emoji: '🚢📈🙂',
}

/** Whether a PDF shows the letters of a script or a box in the place of each, and that their meaning can be read back. */
export async function judgeScripts(run: Run): Promise<void> {
  for (const [script, words] of Object.entries(SCRIPTS)) {
    const bytes = await reportTitled(run, words)
    const path = keepFile(run.world.folder, `script-${script}.pdf`, bytes)
    const pdf = readPdf(path)
    const boxes = boxesIn(path)
    const readBack = isOnPaper(pdf, words)
    const way = boxes === 0 ? 'drawn by a bundled font' : 'no bundled font: a visible box for each letter'
    run.tally.other(
      `the PDF in ${script}`,
      readBack && pdf.faults.length === 0,
      `${way}; ${readBack ? 'the words can be read back' : 'the words CANNOT be read back'} ${pdf.faults.join(', ')}`,
    )
  }
}

async function reportTitled(run: Run, words: string): Promise<Uint8Array> {
  const { consultant, server } = run.world
  const engagement = await createEngagement(consultant, { clientName: words, departments: [], roles: [] })
  const emails = [0, 1].map((at) => `script${at}@scripts.example`)
  await importLeads(
    consultant,
    engagement,
    emails.map((email, at) => ({ name: `Xq ${at}`, email, level: 'senior', department: '', title: '' })),
  )
  const round = await openRound(consultant, engagement, { title: words, instrumentKey: run.instrumentKey })
  const links = await linksOf(consultant, round)
  for (const email of emails) await handIn(await enterAsLead(server.baseUrl, links.get(email) ?? ''))
  await closeRound(consultant, round)
  return (await consultant.get(`${round}/report.pdf`)).bytes
}

/** Boxes that stand for a letter are marked in the PDF with the letter they stand for. `readPdf` has unpacked it. */
function boxesIn(path: string): number {
  return readFileSync(`${path}.plain`, 'latin1').match(/\/ActualText/g)?.length ?? 0
}
