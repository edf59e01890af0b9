import type { PrivacyMode } from '#app/rounds/round.ts'

/** What a personal link shows before anybody has said who they are: about the round, nothing about the person. */
export type Invitation =
  | {
      kind: 'open'
      clientName: string
      consultantName: string
      purpose: string
      minutes: string
      sectionCount: number
      privacyMode: PrivacyMode
      promise: string
      /** The language of the page, and those that the lead may choose from. */
      language: string
      languages: string[]
    }
  /** The round is over, and one of its items is asked once more. */
  | { kind: 'vote'; clientName: string; smallest: number; language: string }
  | { kind: 'closed'; clientName: string; closedOn: string | null; language: string }
