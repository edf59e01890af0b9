import { MINILM, workerEncoder } from './worker-encoder.server.ts'

let shared: ReturnType<typeof workerEncoder> | null = null

/** The one encoder of this process: every proposer and every submission share its thread. */
export function sharedEncoder(): ReturnType<typeof workerEncoder> {
  shared ??= workerEncoder(MINILM)
  return shared
}
