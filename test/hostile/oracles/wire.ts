import { connect } from 'node:net'

export interface WireReply {
  status: number
  head: string
  body: string
  ms: number
}

const PATIENCE_MS = 15_000

/** Sends bytes as they are, whatever they are, and reads what comes back until the other side is silent or gone. */
export function overTheWire(baseUrl: string, bytes: Buffer, quietMs = 1500): Promise<WireReply> {
  const { hostname, port } = new URL(baseUrl)
  const started = performance.now()
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    const chunks: Buffer[] = []
    let quiet: NodeJS.Timeout | undefined
    const end = () => {
      clearTimeout(quiet)
      clearTimeout(late)
      socket.destroy()
      const text = Buffer.concat(chunks).toString('latin1')
      const [head = '', ...body] = text.split('\r\n\r\n')
      const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1] ?? 0)
      resolve({ status, head, body: body.join('\r\n\r\n'), ms: performance.now() - started })
    }
    const late = setTimeout(end, PATIENCE_MS)
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      clearTimeout(quiet)
      quiet = setTimeout(end, quietMs)
    })
    socket.on('end', end)
    socket.on('error', end)
    socket.on('connect', () => socket.write(bytes))
  })
}

/** Bodies of answers do not give the server's insides away. */
export function showsInsides(text: string): boolean {
  return /\n\s+at \S+|node_modules|SQLITE_|Error: |\.server\.ts/.test(text)
}
