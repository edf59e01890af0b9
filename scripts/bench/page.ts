/** The page with the section of one bench put in place of its last one, or at the end. */
export function withSection(page: string, name: string, text: string): string {
  const heading = `## ${name}`
  const section = `${heading}\n\n\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`
  const parts = page.split(/^(?=## )/m)
  const at = parts.findIndex((part) => part.startsWith(`${heading}\n`))
  if (at < 0) return `${page.trimEnd()}\n\n${section}`
  return parts.with(at, at === parts.length - 1 ? section : `${section}\n`).join('')
}
