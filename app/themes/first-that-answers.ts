import type { Proposal, ProposalQuestion, ThemeProposer } from './proposal.ts'

interface NamedProposer {
  name: string
  proposer: ThemeProposer
}

/** Asks one proposer after the other until one answers; the proposal says in words which did not, and why. */
export function firstThatAnswers(proposers: readonly NamedProposer[]): ThemeProposer {
  async function propose(question: ProposalQuestion, signal?: AbortSignal): Promise<Proposal> {
    const failures: string[] = []
    for (const [at, { name, proposer }] of proposers.entries()) {
      try {
        const proposal = await proposer.propose(question, signal)
        return failures.length === 0 ? proposal : { ...proposal, notice: failures.join(' ') }
      } catch (error) {
        // Whoever gave up waiting wants no other answer, and the last proposer has nobody behind it.
        if (signal?.aborted || at === proposers.length - 1) throw error
        failures.push(`${name} did not answer: ${(error as Error).message}.`)
      }
    }
    throw new Error('there is no proposer to ask')
  }
  return { id: proposers[0]?.proposer.id ?? 'nobody', propose }
}
