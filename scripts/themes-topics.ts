import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sharedEncoder } from '#app/themes/encoding/shared-encoder.server.ts'
import { packVector } from '#app/themes/grouping/topic-vectors.ts'
import { TOPICS } from '#app/themes/grouping/topics.ts'
import { ROOT } from './fresh-build.ts'

/** `tsx scripts/themes-topics.ts`: encodes the topics anew; to be run whenever one of them was changed. */
const encoder = sharedEncoder()
const vectors = await encoder.embed(TOPICS)
const packed = Object.fromEntries(TOPICS.map((topic, at) => [topic, packVector(vectors[at] as Float32Array)]))
const about = 'Vectors of the topics, one byte a number; made with all-MiniLM-L6-v2 (Apache-2.0)'
writeFileSync(
  join(ROOT, 'app', 'themes', 'grouping', 'topic-vectors.v1.json'),
  `${JSON.stringify({ version: 1, about, encoder: encoder.id, vectors: packed }, null, 2)}\n`,
)
await encoder.end()
