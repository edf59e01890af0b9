import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { consultantOf } from '#app/http/principal.server.ts'
import brandCss from '#app/report/brand/brand.css?url'
import { BrandForm, RemoveBrand } from '#app/report/brand/brand-form.tsx'
import { BrandPreview } from '#app/report/brand/brand-preview.tsx'
import { editBrand, removeBrand } from '#app/report/brand/edit-brand.server.ts'
import { UPLOAD } from '#app/report/brand/make-logo.server.ts'
import { readUpload } from '#app/report/brand/read-upload.server.ts'
import { shownBrandOf } from '#app/report/brand/shown-brand.ts'
import appCss from '#app/ui/app.css?url'
import { Page } from '#app/ui/page.tsx'
import { findCurrentBrand } from '#db/brands.ts'

export const handle = { shell: 'consultant' }
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: appCss },
  { rel: 'stylesheet', href: brandCss },
]
export const meta = () => [{ title: 'Your brand · Plumbline' }]

const OURS = '#0b4f5c'

export async function loader({ context }: LoaderFunctionArgs) {
  const consultant = consultantOf(context)
  const brand = await findCurrentBrand(context.db, consultant.id)
  return {
    signedIn: consultant.name,
    shown: brand && shownBrandOf(brand),
    most: UPLOAD.bytes / 1024,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const consultant = consultantOf(context)
  const { fields, file } = await readUpload(request, ['name', 'colour', 'footer', 'remove', 'intent'], 'logo')
  if (fields.intent === 'remove') await removeBrand(context.db, consultant.id)
  else {
    const typed = { name: fields.name, colour: fields.colour, footer: fields.footer }
    const change = { upload: file, remove: fields.remove !== '' }
    const result = await editBrand(context.db, consultant.id, typed, change)
    if (!result.ok) return data({ typed, errors: result.errors }, 400)
  }
  return redirect('/brand', 303)
}

export default function BrandPage() {
  const { signedIn, shown, most } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const typed = failed?.typed ?? {
    name: shown?.name ?? '',
    colour: shown?.askedColour ?? OURS,
    footer: shown?.footer ?? '',
  }
  return (
    <Page
      title="Your brand"
      signedIn={signedIn}
      lede="On your questionnaires and reports, on screen and on paper. A report that is published keeps the brand it was published in."
      trail={[{ label: 'Engagements', href: '/engagements' }]}
    >
      <div className="columns">
        <BrandForm typed={typed} errors={failed?.errors ?? {}} hasLogo={Boolean(shown?.logo)} most={most} />
        {shown && (
          <div className="stack-wide">
            <BrandPreview brand={shown} />
            <RemoveBrand />
          </div>
        )}
      </div>
    </Page>
  )
}
