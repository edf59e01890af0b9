declare module 'linebreak' {
  /** Finds the places in a text where a line may end, one after the other. */
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { position: number; required: boolean } | null
  }
}
