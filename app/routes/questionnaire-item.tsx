import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import type { Item } from '#app/questionnaire/instrument.ts'
import { editItem, removeItem } from '#app/questionnaire/own/edit-draft.ts'
import { ItemForm } from '#app/questionnaire/own/item-form.tsx'
import { findOwn } from '#app/questionnaire/own/load-questionnaire.server.ts'
import { shippedItem } from '#app/questionnaire/own/meaning.ts'
import { changeDraft } from '#app/questionnaire/own/own-instruments.server.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: appCss }]
export const meta = () => [{ title: 'Words of an item · Plumbline' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const own = await findOwn(context.db, params.questionnaireId)
  if (own.frozenOn) throw redirect(`/questionnaires/${own.id}`)
  const { sections, title } = own.draft.instrument
  const section = sections.find(({ items }) => items.some(({ id }) => id === params.itemId))
  const item = section?.items.find(({ id }) => id === params.itemId)
  if (!section || !item) throw new Response(null, { status: 404 })
  return {
    signedIn: consultantOf(context).name,
    back: `/questionnaires/${own.id}`,
    title,
    item,
    section: section.id,
    sections: sections.map((one) => ({ id: one.id, title: one.title })),
    own: !shippedItem(item.id),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const own = await findOwn(context.db, params.questionnaireId)
  const itemId = params.itemId ?? ''
  const form = await readForm(request)
  const by = { name: consultantOf(context).name, today: today(context) }
  const typed = (field: string) => String(form.get(field) ?? '')
  const removes = form.get('intent') === 'remove' && !shippedItem(itemId)
  const edited = await changeDraft(context.db, own.id, by, (draft) =>
    removes ? removeItem(draft, itemId) : editItem(draft, itemId, typed, form.getAll('level').map(String)),
  )
  if (!edited.ok) return data({ errors: edited.errors }, 400)
  return redirect(`/questionnaires/${own.id}${removes ? '' : `#${itemId}`}`, 303)
}

export default function QuestionnaireItem() {
  const { signedIn, back, title, item, section, sections, own } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <Page
      title="Words of an item"
      signedIn={signedIn}
      narrow
      trail={[
        { label: 'Questionnaires', href: '/questionnaires' },
        { label: title, href: back },
      ]}
      lede={`Item “${item.id}”, ${item.kind}, measures ${item.construct.replace('-', ' ')}. These stay as they are, so that scores and findings go on meaning the same.`}
    >
      <ItemForm
        item={item as Item}
        section={section}
        sections={sections}
        own={own}
        errors={failed?.errors ?? []}
        back={back}
      />
    </Page>
  )
}
