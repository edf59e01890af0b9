import { expect, test } from 'vitest'
import { readForms, untouched } from '#scripts/visit/read-forms.ts'

test('a form sends what a browser would send if nobody touched it', () => {
  const html = `
    <form method="post" action="/answer/focus">
      <input type="hidden" name="tiebreak.revision" value="3"/>
      <label><input type="radio" name="tiebreak" value="1"/> Never</label>
      <label><input type="radio" name="tiebreak" value="2" checked=""/> Rarely</label>
      <input name="initiatives" value="7"/><input type="file" name="roster"/>
      <textarea name="one-fix">Say &quot;no&quot; &amp; mean it</textarea>
      <select name="level"><option value="senior">Senior</option><option value="department" selected="">Lead</option></select>
      <button name="intent" value="next">Save and go on</button>
    </form>`
  const forms = readForms(html)
  expect(forms).toMatchObject([{ method: 'post', action: '/answer/focus' }])
  expect(forms.flatMap(untouched)).toEqual([
    ['tiebreak.revision', '3'],
    ['tiebreak', '2'],
    ['initiatives', '7'],
    ['one-fix', 'Say "no" & mean it'],
    ['level', 'department'],
  ])
})

test('a select without a marked option sends its first one', () => {
  const forms = readForms(
    '<form><select name="who"><option value="">Nobody</option><option>x</option></select></form>',
  )
  expect(forms.flatMap(untouched)).toEqual([['who', '']])
})

test('every control knows its label, written around it or beside it', () => {
  const html = `<form><label>Name <input name="a"/></label><label for="b">Mail</label><input id="b" name="b"/>
    <label><input type="radio" name="o" value="role:1"/><span>Head of <b>Sales</b></span></label>
    <input name="l" aria-label="Line 1"/></form>`
  const labels = readForms(html)[0]?.controls.map(({ name, label }) => [name, label])
  expect(labels).toEqual([
    ['a', 'Name'],
    ['b', 'Mail'],
    ['o', 'Head of Sales'],
    ['l', 'Line 1'],
  ])
})

test('what stands outside every form belongs to none', () => {
  expect(readForms('<input name="q"/><form></form>')).toEqual([
    { action: '', method: 'get', multipart: false, controls: [] },
  ])
})
