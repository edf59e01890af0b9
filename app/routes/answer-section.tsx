import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import autosaveScript from '#app/answers/autosave.browser.js?url'
import { loadSource } from '#app/answers/load-source.server.ts'
import { postSection } from '#app/answers/post-section.server.ts'
import questionnaireCss from '#app/answers/questionnaire.css?url'
import { readyLead } from '#app/answers/ready-lead.server.ts'
import { sectionPageOf } from '#app/answers/section-page.ts'
import { SectionView } from '#app/answers/section-view.tsx'
import { wordsIn } from '#app/answers/words.ts'
import { readForm } from '#app/http/read-form.server.ts'

export const handle = { shell: 'questionnaire' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: questionnaireCss }]
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: page
      ? wordsIn(page.language)('meta.section', {
          title: page.section.title,
          position: page.position,
          of: page.of,
        })
      : 'Plumbline',
  },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const source = await loadSource(context.db, readyLead(context))
  const page = sectionPageOf(source, params.sectionId ?? '')
  if (!page) throw new Response(null, { status: 404 })
  return { ...page, language: source.language, hidden: source.hidden }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const session = readyLead(context)
  const posting = await postSection(context.db, session, params.sectionId ?? '', await readForm(request))
  if (posting.kind === 'not-found') throw new Response(null, { status: 404 })
  if (posting.kind === 'go') return redirect(posting.to, 303)
  return data(posting.outcome, { status: posting.status })
}

export default function AnswerSectionRoute() {
  return (
    <>
      <SectionView page={useLoaderData<typeof loader>()} outcome={useActionData<typeof action>()} />
      <script src={autosaveScript} defer />
    </>
  )
}
