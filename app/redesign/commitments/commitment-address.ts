import type { CommitmentKind } from './commitments.ts'

const PAGES: Record<CommitmentKind, string> = {
  decision: '/decisions',
  'not-now': '/not-now',
  'key-result': '/outcomes/key-results',
  stage: '/rollout/stages',
  countermeasure: '/rollout/countermeasures',
}

/** Where a commitment is changed, under `/engagements/…/plan`. */
export function commitmentAddress({ kind, id }: { kind: CommitmentKind; id: string }): string {
  return `${PAGES[kind]}/${id}`
}
