/** `short` is what every change is checked with; `long` is what a release is measured by. */
export type Length = 'short' | 'long'

export interface FaultResult {
  /** What was counted, in one line: "1,000 saves, 0 lost". */
  figures: string
  /** Each thing that went wrong, in words; empty where the promise held. */
  faults: string[]
}

/** Something that happens to servers, brought about on purpose, and what must hold all the same. */
export interface FaultCheck {
  /** As typed after `npm run test:faults --`; the name of its file. */
  name: string
  /** What must hold, in a few words. */
  promise: string
  /** Commands that must be on this machine; without one of them the check fails. */
  tools?: readonly string[]
  run(length: Length): Promise<FaultResult>
}
