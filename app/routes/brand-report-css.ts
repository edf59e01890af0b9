import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportBrandCss } from '#app/report/brand/brand-css.ts'
import { brandFile } from '#app/report/brand/brand-file.server.ts'

export function loader({ context, params }: LoaderFunctionArgs) {
  return brandFile(context, params.brandId, reportBrandCss)
}
