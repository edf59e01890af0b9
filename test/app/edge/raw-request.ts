import { request } from 'node:http'

const PATIENCE_MS = 60_000

export interface Asked {
  method: string
  path: string
  headers: Record<string, string>
  body: Buffer | null
}

export interface RawReply {
  /** The status, or the code of what went wrong on the way. */
  status: number | string
  text: string
}

/** Exactly the path that is given, which `fetch` would tidy up. A stream is left as soon as it has begun. */
export function askRaw(address: string, { method, path, headers, body }: Asked): Promise<RawReply> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve) => {
    const sent = request(
      { hostname, port, method, path, headers, agent: false, timeout: PATIENCE_MS },
      (response) => {
        const { statusCode: status = 0 } = response
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => resolve({ status, text: Buffer.concat(chunks).toString() }))
        response.on('error', ({ message }) => resolve({ status: message, text: '' }))
        if (/event-stream/.test(response.headers['content-type'] ?? '')) {
          resolve({ status, text: '' })
          sent.destroy()
        }
      },
    )
    sent.on('timeout', () => sent.destroy(new Error('no answer')))
    sent.on('error', ({ message }) => resolve({ status: message, text: '' }))
    sent.end(body ?? undefined)
  })
}
