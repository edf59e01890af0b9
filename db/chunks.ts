/** SQLite takes 32,766 parameters in one statement; no table here has more than a dozen columns. */
const ROWS_IN_ONE_STATEMENT = 1000

export function* inChunks<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_IN_ONE_STATEMENT) {
    yield rows.slice(start, start + ROWS_IN_ONE_STATEMENT)
  }
}
