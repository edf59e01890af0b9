/** A line whose theme a person has named. */
export interface JudgedLine {
  id: string
  person: string
  theme: string
}

/** How alike two lines are, by their places in the list; higher is more alike. */
export type SimilarityOf = (a: number, b: number) => number
