import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Cut {
  /** Which way the bytes go that are cut off. */
  in: 'request' | 'reply'
  /** So many still pass. */
  afterBytes: number
}

export interface FaultProxy {
  port: number
  url: string
  /** Ends every connection once so many bytes have passed, and lets nobody through after that. Resolves when it happens. */
  cut(cut: Cut): Promise<void>
  /** Lets everybody through again. */
  heal(): void
  stop(): Promise<void>
}

/** A network between a browser and a server that can be cut at any byte. */
export async function startProxy(targetPort: () => number): Promise<FaultProxy> {
  const sockets = new Set<Socket>()
  let due: (Cut & { happened: () => void }) | null = null
  let down = false

  const breakOff = () => {
    down = true
    due?.happened()
    due = null
    for (const socket of sockets) socket.destroy()
  }
  const pass = (way: Cut['in'], chunk: Buffer, to: Socket) => {
    if (due?.in !== way || due.afterBytes >= chunk.length) {
      if (due?.in === way) due.afterBytes -= chunk.length
      return to.write(chunk)
    }
    // The first part is on its way before the end is: `destroy` would throw it away.
    return to.write(chunk.subarray(0, due.afterBytes), breakOff)
  }
  const join = (browser: Socket) => {
    if (down) return browser.destroy()
    const server = connect(targetPort(), '127.0.0.1')
    for (const [one, other] of [
      [browser, server],
      [server, browser],
    ] as const) {
      sockets.add(one)
      one.setNoDelay(true)
      one.on('data', (chunk: Buffer) => pass(one === browser ? 'request' : 'reply', chunk, other))
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  }
  const listener = createServer(join).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    cut: (cut) =>
      new Promise((resolve) => {
        due = { ...cut, happened: resolve }
      }),
    heal: () => {
      down = false
      due = null
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      listener.close()
      await once(listener, 'close')
    },
  }
}
