import type { Codebook } from '#app/themes/theme.ts'
import { type Table, tableOf, text } from './table.ts'

const byText = new Intl.Collator('en', { numeric: true }).compare

/**
 * The lines as the coding bench shows them: by theme and by wording, so that neither the person, the level nor the place
 * in somebody's list can be read from a row or from the order of the rows.
 */
export function lineRows({ themes, lines }: Codebook): Table {
  const named = lines.map(({ itemId, themeId, text }) => [
    itemId,
    themes.find(({ id }) => id === themeId)?.name ?? '',
    text,
  ])
  return tableOf({
    id: 'lines',
    about: 'What was written, sorted into themes, without who wrote it.',
    columns: [
      text('item', 'id of the item'),
      text('theme', 'the theme that the line was sorted into'),
      text('text', 'the line, word for word'),
    ],
    rows: named.sort((one, other) => byText(one.join('\n'), other.join('\n'))),
  })
}
