import type { LoaderFunctionArgs } from '@remix-run/node'
import { attachmentHeaders } from '#app/http/attachment.ts'
import { FILE_FORMATS, writeInstrumentFile } from '#app/questionnaire/files/write-file.ts'
import { findQuestionnaire } from '#app/questionnaire/own/load-questionnaire.server.ts'

const TYPES = { yaml: 'application/yaml; charset=utf-8', json: 'application/json; charset=utf-8' }

export async function loader({ context, params }: LoaderFunctionArgs) {
  const format = FILE_FORMATS.find((known) => known === params.format)
  if (!format) throw new Response(null, { status: 404 })
  const { instrument } = await findQuestionnaire(context.db, params.questionnaireId)
  const fileName = `${instrument.id}.v${instrument.version}.${format}`
  const headers = attachmentHeaders({ fileName, type: TYPES[format] })
  return new Response(writeInstrumentFile(instrument, format), { headers })
}
