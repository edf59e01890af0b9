import type { Block, ReportDocument } from '#app/report/document.ts'

/** Every text of a report that a reader can see, with the place where it stands. */
export function textsOf(report: ReportDocument): { place: string; text: string }[] {
  const cover = report.cover.facts
    .flatMap(({ label, value }) => [label, value])
    .map((text) => ({ place: 'cover', text }))
  const pages = report.pages.flatMap(({ id, title, blocks }) =>
    [title, ...blocks.flatMap(textsOfBlock)].map((text) => ({ place: id, text })),
  )
  return [...cover, ...pages]
}

/** A report as plain text, for reading in a diff. */
export function plainText(report: ReportDocument): string {
  const pages = report.pages.map(({ title, blocks }) => [`# ${title}`, ...blocks.map(lineOf)].join('\n'))
  return `${[report.cover.facts.map(({ label, value }) => `${label}: ${value}`).join('\n'), ...pages].join('\n\n')}\n`
}

function lineOf(block: Block): string {
  if (block.kind === 'heading') return `\n## ${block.text}`
  if (block.kind === 'statement') return `**${block.text}** (${block.confidence})`
  if (block.kind === 'list') return block.items.map(({ text }) => `- ${text}`).join('\n')
  if (block.kind === 'paragraph') return block.sentences.map(({ text }) => text).join(' ')
  if (block.kind === 'facts') return block.facts.map(({ label, value }) => `${label}: ${value}`).join('\n')
  if (block.kind === 'table') {
    const rows = [block.columns.map(({ label }) => label), ...block.rows]
    return [block.caption, ...rows.map((row) => row.join(' | ').trimEnd())].join('\n')
  }
  if (block.kind === 'figure') return `[${block.scene.title}]\n${block.scene.desc}\n${block.note}`
  return block.text
}

function textsOfBlock(block: Block): string[] {
  if (block.kind === 'statement') return [block.text, block.confidence]
  if (block.kind === 'paragraph') return block.sentences.map(({ text }) => text)
  if (block.kind === 'list') return block.items.map(({ text }) => text)
  if (block.kind === 'facts') return block.facts.flatMap(({ label, value }) => [label, value])
  if (block.kind === 'figure') return [block.scene.title, block.scene.desc, block.note]
  // A cell may be empty: nothing to decide first, or the rule already named in the row above.
  if (block.kind === 'table') {
    const cells = block.rows.flat().filter((cell) => cell !== '')
    return [block.caption, ...block.columns.map(({ label }) => label), ...cells]
  }
  return [block.text]
}
