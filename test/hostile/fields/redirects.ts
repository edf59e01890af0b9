import { Client, type Reply } from '../client.ts'
import type { HostileItem } from '../corpus.ts'
import type { Run } from '../run.ts'
import { CONSULTANT } from '../world.ts'

const NAMES = [
  'redirectTo',
  'redirect',
  'redirect_uri',
  'next',
  'return',
  'returnTo',
  'return_to',
  'url',
  'to',
  'goto',
  'continue',
  'dest',
  'callback',
  'r',
  'u',
]
const DOORS = [
  '/',
  '/sign-in',
  '/sign-in/code',
  '/link-needed',
  '/setup',
  '/engagements',
  '/answer',
  '/report',
  '/code',
]

/** Wherever somebody is sent on: the target never comes from the request. */
export async function runRedirects(run: Run, items: readonly HostileItem[]): Promise<void> {
  for (const item of items) {
    const value = item.text ?? ''
    const stranger = new Client(run.world.server.baseUrl)
    for (const door of DOORS) {
      const parameters = new URLSearchParams(NAMES.map((name) => [name, value]))
      judge(run, item, await stranger.get(`${door}?${parameters}`), door)
    }
    await judgeSignIn(run, item, value)
    judge(run, item, await asPath(stranger, value), 'the address itself')
  }
}

/** Signing in with the right password is when people are sent on. */
async function judgeSignIn(run: Run, item: HostileItem, value: string): Promise<void> {
  const client = new Client(run.world.server.baseUrl)
  const query = new URLSearchParams(NAMES.map((name) => [name, value]))
  const { email, password } = CONSULTANT
  const fields = [['email', email], ['password', password], ...NAMES.map((name) => [name, value])] as [
    string,
    string,
  ][]
  judge(run, item, await client.post(`/sign-in?${query}`, fields), 'the sign-in')
}

function asPath(client: Client, value: string): Promise<Reply> {
  return client.get(`/${value.replace(/^\/+/, '%2f%2f')}`)
}

function judge(run: Run, item: HostileItem, reply: Reply, where: string): void {
  const { baseUrl } = run.world.server
  const target = reply.location === null ? null : new URL(reply.location, `${baseUrl}${reply.path}`)
  const own =
    target === null || (target.origin === baseUrl && /^\/(?:[a-z-]+(?:\/[a-z-]+)*)?$/.test(target.pathname))
  run.tally.judge(item, 'same-origin', own, `${where} leads to ${reply.location}`)
  run.tally.judge(item, 'same-origin', reply.status < 500, `${where} was met with ${reply.status}`)
  const header = reply.headers.get('refresh')
  run.tally.judge(item, 'same-origin', header === null, `${where} refreshes to ${header}`)
}
