// Where the product runs from its source, in tests and benches, the worker reads TypeScript through tsx.
import { register } from 'tsx/esm/api'

register()
await import('./press-worker.server.ts')
