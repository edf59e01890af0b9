import { Button, LinkButton } from '#app/ui/button.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { Table } from '#app/ui/table.tsx'
import type { FileFault } from '../files/place.ts'

interface ImportFormProps {
  text: string
  faults: FileFault[]
  errors: string[]
}

export function ImportForm({ text, faults, errors }: ImportFormProps) {
  return (
    <div className="stack-wide">
      {(faults.length > 0 || errors.length > 0) && <WhatIsWrong faults={faults} errors={errors} />}
      <form method="post" encType="multipart/form-data" className="form">
        <Field
          name="file"
          label="Choose a file"
          hint="Up to 1 MiB."
          type="file"
          accept=".yaml,.yml,.json,application/json,text/yaml"
        />
        <TextArea
          name="text"
          label="Or paste it here"
          className="lines"
          rows={16}
          spellCheck={false}
          wrap="off"
          defaultValue={text}
        />
        <div className="buttons">
          <Button look="main">Import</Button>
          <LinkButton look="quiet" href="/questionnaires">
            Cancel
          </LinkButton>
        </div>
      </form>
    </div>
  )
}

function WhatIsWrong({ faults, errors }: Omit<ImportFormProps, 'text'>) {
  const count = faults.length + errors.length
  return (
    <div className="notice wrong-list" role="alert">
      <p className="label">
        {count === 1 ? 'One thing has to be mended' : `${count} things have to be mended`}. Nothing was
        imported.
      </p>
      {errors.length > 0 && (
        <ul>
          {errors.map((error) => (
            <li key={error}>{error}</li>
          ))}
        </ul>
      )}
      {faults.length > 0 && (
        <Table
          caption="What is wrong, by place"
          captionUnseen
          columns={[{ label: 'Place' }, { label: 'In' }, { label: 'What is wrong' }]}
          rows={faults.map(({ line, column, item, message }, index) => ({
            key: String(index),
            cells: [`Line ${line}, column ${column}`, item ?? 'the file', message],
          }))}
        />
      )}
    </div>
  )
}
