import type { Proposal, ProposalQuestion, ThemeProposer } from '../proposal.ts'
import { disguise } from './disguise.ts'
import { isEndpointAddress } from './endpoint-address.ts'
import { readEndpointAnswer } from './endpoint-answer.ts'
import { withEndpointGroups } from './endpoint-groups.ts'

export interface EndpointLimits {
  timeoutMs: number
  /** Of the answer, in bytes. */
  mostBytes: number
}

const LIMITS: EndpointLimits = { timeoutMs: 60_000, mostBytes: 2 ** 20 }
/**
 * Asks a service that the administrator has named. It is sent the question, the lines with counted ids and people, and
 * what has been decided; it answers with groups and suggestions, which are taken only if they are a partition of exactly
 * those lines that keeps to what was decided. All else (readings, nearest groups) stays with the proposer on this server.
 *
 * @throws {Error} if the address is neither https nor of this machine, or the answer does not come or does not hold
 */
export function endpointProposer(
  address: string,
  own: ThemeProposer,
  limits: EndpointLimits = LIMITS,
): ThemeProposer {
  if (!isEndpointAddress(address))
    throw new Error('the endpoint for themes must be an https address, or http on this machine')
  const id = `endpoint/${new URL(address).host}`
  async function propose(question: ProposalQuestion, signal?: AbortSignal): Promise<Proposal> {
    const disguised = disguise(question)
    const text = await post(address, disguised.question, limits, signal)
    const checked = readEndpointAnswer(text, disguised.question)
    if (!checked.ok) throw new Error(checked.error)
    const proposal = await own.propose(question, signal)
    return { ...withEndpointGroups(proposal, disguised.reveal(checked.answer), question), proposerId: id }
  }
  return { id, propose }
}

async function post(
  address: string,
  question: ProposalQuestion,
  limits: EndpointLimits,
  signal?: AbortSignal,
) {
  const timeout = AbortSignal.timeout(limits.timeoutMs)
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ format: 'plumbline-themes/1', ...question }),
    redirect: 'error',
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  }).catch((error: Error) => {
    throw new Error(timeout.aborted ? 'it took too long' : `it could not be reached (${error.message})`)
  })
  if (!response.ok) {
    await response.body?.cancel()
    throw new Error(`it answered with status ${response.status}`)
  }
  return limitedText(response, limits.mostBytes)
}

async function limitedText(response: Response, mostBytes: number): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    size += read.value.byteLength
    parts.push(read.value)
    if (size <= mostBytes) continue
    await reader?.cancel()
    throw new Error('its answer is too large')
  }
  return Buffer.concat(parts).toString('utf8')
}
