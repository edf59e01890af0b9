/** How somebody can be known for who they are: as when they were let in, by a person who knows them. */
export const PROOFS = ['met', 'called', 'video'] as const
export type Proof = (typeof PROOFS)[number]

/** As it stands in the log of what was done. */
export const proofWords: Record<Proof, string> = {
  met: 'made sure of it face to face',
  called: 'made sure of it by calling a number they knew',
  video: 'made sure of it on a video call',
}
