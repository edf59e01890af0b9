import type { Line } from '#app/answers/answer.ts'
import type { ItemOf } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { KEY_RESULTS } from './own-words.ts'
import { pick, randomFor, shuffle } from './random.ts'
import type { ExecutivesLine } from './read-executives.ts'
import { type Camp, FAITHFUL, type Respondent } from './respondent.ts'

/** Lines of the file for its three questions, and of our own for any further item that asks for lines. */
export function drawLines(item: ItemOf<'lines'>, respondent: Respondent): Line[] {
  const { team, person, camp, random } = respondent
  const open = itemsOf(team.instrument).filter(({ kind }) => kind === 'lines')
  const question = team.executives.questions[open.indexOf(item)]
  if (!question) return drawKeyResults(item, camp, random)
  const theirs = question.lines.filter((line) => line.person === person.id)
  const drawn =
    camp === null
      ? differentThemes(shuffle(question.lines, random)).slice(0, Math.max(1, theirs.length))
      : campLines(question.lines, camp, item, random)
  return drawn
    .slice(0, item.most)
    .map((line) => ({ text: line.text, picks: drawPicks(item, line, respondent) }))
}

/** The camp's own themes in its own order, each in the words of anyone who named it. */
function campLines(
  lines: readonly ExecutivesLine[],
  camp: 0 | 1,
  item: ItemOf<'lines'>,
  random: () => number,
) {
  const themes = themesByMentions(lines)
  const size = Math.min(item.asked, Math.floor(themes.length / 2))
  const own = themes.slice(camp * size, camp * size + size)
  if (random() > FAITHFUL) own.push(...own.splice(-2, 1))
  return own.map((theme) =>
    pick(
      lines.filter((line) => line.theme === theme),
      random,
    ),
  )
}

function themesByMentions(lines: readonly ExecutivesLine[]): string[] {
  const mentions = new Map<string, number>()
  for (const { theme } of lines) mentions.set(theme, (mentions.get(theme) ?? 0) + 1)
  return [...mentions].sort((a, b) => b[1] - a[1]).map(([theme]) => theme)
}

/** Nobody means to name the same matter twice. */
function differentThemes(lines: readonly ExecutivesLine[]): ExecutivesLine[] {
  return lines.filter((line, index) => lines.findIndex(({ theme }) => theme === line.theme) === index)
}

/** Whoever belongs to a camp knows where a dependency runs: the same two departments for the same theme. */
function drawPicks(item: ItemOf<'lines'>, line: ExecutivesLine, { team, camp, random }: Respondent) {
  const order = shuffle(team.departments, camp === null ? random : randomFor('pick', line.theme))
  return Object.fromEntries(item.pickers.map((picker, index) => [picker.id, order[index] ?? '']))
}

/** The file has no key results: the healthy camp writes results, the other one work, and chance takes from both. */
function drawKeyResults(item: ItemOf<'lines'>, camp: Camp, random: () => number): Line[] {
  const pool =
    camp === null
      ? [...KEY_RESULTS.results, ...KEY_RESULTS.work]
      : KEY_RESULTS[camp === 0 ? 'results' : 'work']
  return shuffle(pool, random)
    .slice(0, Math.min(item.most, 3))
    .map((text) => ({ text, picks: {} }))
}
