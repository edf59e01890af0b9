import type { Element } from './slice.ts'

type Pdf = PDFKit.PDFDocument
/** With the dictionary that pdfkit writes: some attributes that readers need it has no options for. */
type Structure = PDFKit.PDFStructureElement & { dictionary: { data: Record<string, unknown> } }

export type StructureNodes = ReadonlyMap<Element, Structure>

/** The structure tree, attached before anything is drawn: an element that is never attached would keep the file from ending. */
export function attachStructure(pdf: Pdf, root: Element): StructureNodes {
  const nodes = new Map<Element, Structure>()
  const fill = (node: Element, structure: Structure) => {
    nodes.set(node, structure)
    for (const child of node.children) {
      const below = structureOf(pdf, child)
      structure.add(below)
      fill(child, below)
    }
  }
  const top = structureOf(pdf, root)
  pdf.addStructure(top)
  fill(root, top)
  nameNotes(pdf, nodes)
  return nodes
}

function structureOf(pdf: Pdf, { tag, alt, scope, numbering }: Element): Structure {
  const options = { ...(alt ? { alt } : {}), ...(scope ? { scope } : {}) }
  const structure = pdf.struct(tag, options as Parameters<Pdf['struct']>[1]) as Structure
  if (numbering) structure.dictionary.data.A = { O: 'List', ListNumbering: numbering }
  return structure
}

/** Where a figure stands on its sheet: left, bottom, right, top. */
export function setBox({ dictionary }: Structure, box: readonly number[]): void {
  dictionary.data.A = { O: 'Layout', Placement: 'Block', BBox: box }
}

/** The standard wants a name for each note, and a list of the names. */
function nameNotes(pdf: Pdf, nodes: StructureNodes): void {
  const names: unknown[] = []
  for (const [{ tag }, { dictionary }] of nodes) {
    if (tag !== 'Note') continue
    // Padded, because the list is in alphabetical order. A String object is written as text, a plain one as a PDF name.
    const name = `note-${String(names.length / 2 + 1).padStart(6, '0')}`
    dictionary.data.ID = new String(name)
    names.push(new String(name), dictionary)
  }
  if (names.length === 0) return
  const { data } = (pdf as unknown as { getStructTreeRoot(): Structure['dictionary'] }).getStructTreeRoot()
  data.IDTree = { Names: names }
}
