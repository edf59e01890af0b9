import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LinkButton } from '#app/ui/button.tsx'
import { ChoiceCards } from '#app/ui/choice-cards.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'

test('a page begins with a way past its header, and has one heading of the first level', () => {
  const html = renderToStaticMarkup(
    <Page title="Leads" signedIn="Ada" trail={[{ label: 'Northwind', href: '/engagements/n' }]}>
      <p>content</p>
    </Page>,
  )
  expect(html).toMatch(/^<div><a class="skip" href="#main">/)
  expect(html).toContain('<main id="main" tabindex="-1">')
  expect(html.match(/<h1>/g)).toHaveLength(1)
  expect(html).toContain('<form method="post" action="/sign-out"')
})

test('who is not signed in is not offered to sign out', () => {
  expect(renderToStaticMarkup(<Page title="Sign in">x</Page>)).not.toContain('sign-out')
})

test('hint and error belong to their field for those who cannot see them side by side', () => {
  const html = renderToStaticMarkup(<Field name="email" label="E-mail" hint="Yours" error="Not an address" />)
  expect(html).toContain('<label for="email">')
  expect(html).toContain('aria-describedby="email-hint email-error"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('id="email-error"')
})

test('a field without fault says nothing of faults', () => {
  const html = renderToStaticMarkup(
    <>
      <TextArea name="a" label="A" defaultValue="<b>" />
      <Select name="b" label="B" options={[{ value: '1', label: 'One' }]} defaultValue="1" />
    </>,
  )
  expect(html).not.toContain('aria-invalid')
  expect(html).not.toContain('aria-describedby')
  expect(html).toContain('&lt;b&gt;')
  expect(html).toContain('<option value="1" selected="">One</option>')
})

test('every line of an error summary leads to its field, but one about the whole form', () => {
  const html = renderToStaticMarkup(
    <ErrorSummary errors={{ email: 'Not an address', form: 'Too many', ok: undefined }} />,
  )
  expect(html).toContain('role="alert"')
  expect(html).toContain('<a href="#email">Not an address</a>')
  expect(html).toContain('<li>Too many</li>')
  expect(html.match(/<li>/g)).toHaveLength(2)
  expect(renderToStaticMarkup(<ErrorSummary errors={{}} />)).toBe('')
})

test('choice cards are radio buttons in a group with a name, the chosen one ticked', () => {
  const cards = [
    { value: 'a', title: 'A', text: 'first' },
    { value: 'b', title: 'B', text: 'second', note: 'careful' },
  ]
  const html = renderToStaticMarkup(<ChoiceCards name="mode" legend="Mode" chosen="b" cards={cards} />)
  expect(html).toContain('<legend>Mode</legend>')
  expect(html).toContain('<input type="radio" name="mode" checked="" value="b"/>')
  expect(html.match(/checked/g)).toHaveLength(1)
})

test('what destroys asks first, and says in its button what it does', () => {
  const html = renderToStaticMarkup(
    <Confirm ask="Remove" act="Remove Ben Osei" intent="remove" fields={{ lead: 'x"y' }} look="danger">
      <p>Ben leaves the list.</p>
    </Confirm>,
  )
  expect(html).toMatch(/^<details class="confirm"><summary/)
  expect(html).toContain('<form method="post"')
  expect(html).toContain('<input type="hidden" name="lead" value="x&quot;y"/>')
  expect(html).toMatch(
    /<button type="submit" name="intent" value="remove" class="button danger">Remove Ben Osei</,
  )
})

test('each cell of a table carries its heading for the list it becomes on a phone', () => {
  const columns = [{ label: 'Name' }, { label: 'Answered', align: 'end' as const }]
  const rows = [{ key: 'a', cells: ['Sales', 3] }]
  const html = renderToStaticMarkup(<Table caption="By department" columns={columns} rows={rows} />)
  expect(html).toContain('<caption>By department</caption>')
  expect(html).toContain('<th scope="row" role="rowheader">Sales</th>')
  expect(html).toContain('<td role="cell" class="end" data-label="Answered">3</td>')
  expect(renderToStaticMarkup(<Table caption="x" columns={columns} rows={rows} narrow />)).not.toContain(
    'listed',
  )
})

test('a link that looks like a button is still a link', () => {
  expect(
    renderToStaticMarkup(
      <LinkButton href="/x" look="main">
        Go
      </LinkButton>,
    ),
  ).toBe('<a href="/x" class="button main">Go</a>')
})
