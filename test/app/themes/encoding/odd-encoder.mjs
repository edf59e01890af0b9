// A thread that answers as an encoder of two dimensions, or fails in the way it is asked to.
import { parentPort } from 'node:worker_threads'

parentPort?.on('message', ({ request, texts }) => {
  if (texts.includes('die')) process.exit(1)
  if (texts.includes('throw')) throw new Error('this thread is broken')
  if (texts.includes('refuse'))
    return parentPort?.postMessage({ request, ok: false, reason: 'no model here' })
  const id = texts.includes('impostor') ? 'other' : 'odd'
  const vectors = Float32Array.from(
    texts.flatMap((/** @type {string} */ text) => [text.length, texts.length]),
  )
  parentPort?.postMessage({ request, ok: true, id, dimensions: 2, vectors })
})
