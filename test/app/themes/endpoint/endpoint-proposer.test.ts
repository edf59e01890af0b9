import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { isEndpointAddress } from '#app/themes/endpoint/endpoint-address.ts'
import { endpointProposer } from '#app/themes/endpoint/endpoint-proposer.server.ts'
import { firstThatAnswers } from '#app/themes/first-that-answers.ts'
import { wordComparer } from '#app/themes/grouping/comparer.ts'
import { groupingProposer } from '#app/themes/grouping/group-lines.ts'
import type { ProposalQuestion } from '#app/themes/proposal.ts'
import { englishDictionary } from '#app/themes/reading/english.server.ts'

const byWords = groupingProposer(wordComparer(), englishDictionary(), async () => {})

const QUESTION: ProposalQuestion = Object.freeze<ProposalQuestion>({
  question: 'What comes first?',
  lines: [
    { id: 'line-of-anna', person: 'submission-7', text: 'Repair the roofs' },
    { id: 'line-of-ben', person: 'submission-8', text: 'Dry depots' },
    { id: 'line-of-cem', person: 'submission-9', text: 'Night trains' },
    { id: 'other-of-cem', person: 'submission-9', text: 'Trains at night' },
  ],
  glossary: [],
  keep: { together: [], apart: [['line-of-ben', 'line-of-cem']] },
  known: [],
})

const GOOD = {
  groups: [
    { lineIds: ['l1', 'l2'], name: 'Dry roofs', confidence: 0.95 },
    { lineIds: ['l3'], name: 'Night trains', confidence: 1 },
    { lineIds: ['l4'], name: 'Trains at night', confidence: 1 },
  ],
  suggestions: [{ lineIds: [['l3'], ['l4']], confidence: 0.8, why: 'same words' }],
}

/** A real service on this machine; `received` is what was sent to it. */
async function service(answer: string | object, { status = 200, delayMs = 0, location = '' } = {}) {
  const received: string[] = []
  const server = createServer(async (request, response) => {
    received.push(await bodyOf(request))
    await new Promise((resolve) => setTimeout(resolve, delayMs))
    response.writeHead(status, { 'content-type': 'application/json', ...(location && { location }) })
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/group`, received }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

test('groups of a service that keep to the rules are taken, in our own ids', async () => {
  const { address } = await service(GOOD)
  const proposal = await endpointProposer(address, byWords).propose(QUESTION)
  expect(proposal.proposerId).toMatch(/^endpoint\/127\.0\.0\.1:/)
  expect(proposal.groups.map(({ lineIds, name, certainty }) => ({ lineIds, name, certainty }))).toEqual([
    { lineIds: ['line-of-anna', 'line-of-ben'], name: 'Dry roofs', certainty: 'very-likely' },
    { lineIds: ['line-of-cem'], name: 'Night trains', certainty: 'very-likely' },
    { lineIds: ['other-of-cem'], name: 'Trains at night', certainty: 'very-likely' },
  ])
  expect(proposal.suggestions).toEqual([
    { lineIds: [['line-of-cem'], ['other-of-cem']], confidence: 0.8, why: 'same words', samePerson: true },
  ])
  expect(proposal.nearest.map(({ lineId }) => lineId)).toEqual(['line-of-cem', 'other-of-cem'])
})

test('a service learns what was said and no id of ours', async () => {
  const { address, received } = await service(GOOD)
  await endpointProposer(address, byWords).propose(QUESTION)
  expect(received).toHaveLength(1)
  expect(received[0]).not.toMatch(/anna|ben|cem|submission/)
  expect(JSON.parse(received[0]!)).toMatchObject({
    format: 'plumbline-themes/1',
    question: 'What comes first?',
    lines: [
      { id: 'l1', person: 'p1', text: 'Repair the roofs' },
      { id: 'l2', person: 'p2' },
      { id: 'l3', person: 'p3' },
      { id: 'l4', person: 'p3' },
    ],
    keep: { together: [], apart: [['l2', 'l3']] },
  })
})

const [GROUP] = GOOD.groups
test.each([
  ['a line left out', { groups: GOOD.groups.slice(1) }, 'not a partition'],
  ['a line named twice', { groups: [...GOOD.groups, { ...GROUP, lineIds: ['l1'] }] }, 'not a partition'],
  ['a line of its own', { groups: [...GOOD.groups, { ...GROUP, lineIds: ['l5'] }] }, 'not a partition'],
  [
    'lines joined that a person has parted',
    {
      groups: [
        { ...GROUP, lineIds: ['l2', 'l3'] },
        { ...GROUP, lineIds: ['l1'] },
        { ...GROUP, lineIds: ['l4'] },
      ],
    },
    'undo what a person has decided',
  ],
  [
    'two lines of one person joined',
    { groups: [GROUP, { ...GROUP, lineIds: ['l3', 'l4'] }] },
    'joins lines of one person',
  ],
  [
    'a suggestion of no groups',
    { ...GOOD, suggestions: [{ lineIds: [['l1'], ['l3']], confidence: 1, why: '' }] },
    'not groups of its own',
  ],
  ['a confidence of 2', { groups: [{ ...GROUP, confidence: 2 }] }, 'another form (groups.0.confidence'],
  ['no groups', {}, 'another form'],
  ['no JSON', '<html>', 'not JSON'],
])('an answer with %s is refused', async (_, answer, words) => {
  const { address } = await service(answer)
  await expect(endpointProposer(address, byWords).propose(QUESTION)).rejects.toThrow(words)
})

test('an error, a redirect, a late answer and a large one are refused', async () => {
  const limits = { timeoutMs: 200, mostBytes: 1000 }
  const broken = await service({}, { status: 500 })
  await expect(endpointProposer(broken.address, byWords, limits).propose(QUESTION)).rejects.toThrow(
    'status 500',
  )
  const moved = await service({}, { status: 302, location: 'https://elsewhere.example/' })
  await expect(endpointProposer(moved.address, byWords, limits).propose(QUESTION)).rejects.toThrow(
    'could not be reached',
  )
  const late = await service(GOOD, { delayMs: 1000 })
  await expect(endpointProposer(late.address, byWords, limits).propose(QUESTION)).rejects.toThrow(
    'took too long',
  )
  const large = await service({ ...GOOD, padding: 'x'.repeat(2000) })
  await expect(endpointProposer(large.address, byWords, limits).propose(QUESTION)).rejects.toThrow(
    'too large',
  )
})

test('where a service fails, the next proposer answers and the proposal says so', async () => {
  const { address } = await service('<html>')
  const proposer = firstThatAnswers([
    { name: 'The endpoint for themes', proposer: endpointProposer(address, byWords) },
    { name: 'Word matching', proposer: byWords },
  ])
  const proposal = await proposer.propose(QUESTION)
  expect(proposal.proposerId).toMatch(/^lexical/)
  expect(proposal.notice).toBe('The endpoint for themes did not answer: its answer is not JSON.')
  expect(
    (await firstThatAnswers([{ name: 'Word matching', proposer: byWords }]).propose(QUESTION)).notice,
  ).toBeUndefined()
})

test.each([
  ['https://themes.example.org/group', true],
  ['http://localhost:8080/', true],
  ['http://[::1]:8080/', true],
  ['http://themes.example.org/', false],
  ['http://localhost.example.org/', false],
  ['https://user:secret@themes.example.org/', false],
  ['ftp://localhost/', false],
  ['themes', false],
])('%s as the address of a service: %s', (address, accepted) => {
  expect(isEndpointAddress(address)).toBe(accepted)
})
