import type { LoaderFunctionArgs } from '@remix-run/node'
import questionnaireCss from '#app/answers/questionnaire.css?inline'
import { questionnaireBrandCss } from '#app/report/brand/brand-css.ts'
import { brandFile } from '#app/report/brand/brand-file.server.ts'

/** Our stylesheet with the brand's colours in one file: a first view on a phone has no request to spare. */
export function loader({ context, params }: LoaderFunctionArgs) {
  return brandFile(context, params.brandId, (brand) => `${questionnaireCss}\n${questionnaireBrandCss(brand)}`)
}
