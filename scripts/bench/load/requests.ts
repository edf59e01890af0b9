import { Agent, type RequestOptions, request } from 'node:http'

const PATIENCE_MS = 30_000

export interface Answer {
  /** The status, or the code of what went wrong on the way. */
  status: number | string
  text: string
}

/** As many connections as the requests under way need, kept open between them. */
export function connections(): Agent {
  return new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, maxFreeSockets: 256 })
}

/** One request; what goes wrong on the way is an answer too. */
export function ask(url: string, options: RequestOptions, body?: string): Promise<Answer> {
  return new Promise((resolve) => {
    const sent = request(url, { timeout: PATIENCE_MS, ...options }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      )
      response.on('error', (error: NodeJS.ErrnoException) => resolve(failure(error)))
    })
    sent.on('timeout', () => sent.destroy(Object.assign(new Error(), { code: 'no answer' })))
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(failure(error)))
    sent.end(body)
  })
}

function failure({ code, message }: NodeJS.ErrnoException): Answer {
  return { status: code ?? message, text: '' }
}
