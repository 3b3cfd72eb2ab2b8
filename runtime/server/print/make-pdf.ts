import { createRequire } from 'node:module';
import type * as pdfmake from 'pdfmake';
import type { Content } from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Template } from '../../model/print.ts';
import { mm } from './draw.ts';
import { font } from './page-content.ts';

/** One record on paper: its pieces, and those on the edges of each page. */
export interface Paper { content: Content[]; header?: (page: number, pages: number) => Content[]; footer?: (page: number, pages: number) => Content[]; watermark?: string; title: string }

const require = createRequire(import.meta.url);
const folder = '@expo-google-fonts/noto-sans-sc';
type PdfMake = typeof pdfmake & { setUrlAccessPolicy: (allowed: () => boolean) => void; setLocalAccessPolicy: (allowed: (path: string) => boolean) => void };

let ready: PdfMake | undefined;

/** Loaded with the first paper: most servers of a site never print. */
function pdfMake(): PdfMake {
  if (ready) return ready;
  const made = require('pdfmake') as PdfMake;
  const files = { normal: require.resolve(`${folder}/400Regular/NotoSansSC_400Regular.ttf`), bold: require.resolve(`${folder}/700Bold/NotoSansSC_700Bold.ttf`) };
  made.setFonts({ [font]: { ...files, italics: files.normal, bolditalics: files.bold } });
  // A paper is made of what it is given: nothing is fetched, no file but the fonts is read.
  made.setUrlAccessPolicy(() => false);
  made.setLocalAccessPolicy((path) => path === files.normal || path === files.bold);
  return (ready = made);
}

const sizes: Record<Template['page']['size'], [number, number]> = { A3: [297, 420], A4: [210, 297], A5: [148, 210], A6: [105, 148], card: [54, 85.6], badge: [70, 105] };

/** Papers one after another as one PDF; fonts are embedded as far as they are used. */
export async function makePdf(template: Template, papers: readonly Paper[]): Promise<Buffer> {
  const [short, long] = sizes[template.page.size];
  const [width, height] = template.page.orientation === 'landscape' ? [long, short] : [short, long];
  const margin = mm(template.page.margin);
  const edge = mm(12);
  const pageMargins: [number, number, number, number] = [margin, margin + (template.header.length > 0 ? edge : 0), margin, margin + (template.footer.length > 0 ? edge : 0)];
  const counts: number[] = [];
  // How many pages a paper has is known once it is laid out: several papers are laid out one by one first.
  if (papers.length > 1 && numbered(template)) for (const paper of papers) counts.push(await countPages(template, paper));
  const sections = papers.map((paper, i) => {
    let first: number | undefined;
    const own = (make: Paper['header']) => make && ((page: number, pages: number): Content => ({ margin: [margin, margin * 0.6, margin, 0], stack: make(page - (first ??= page) + 1, counts[i] ?? pages) }));
    return {
      section: paper.content, pageSize: { width: mm(width), height: mm(height) }, pageMargins, header: own(paper.header), footer: own(paper.footer),
      ...(paper.watermark ? { watermark: { text: paper.watermark, opacity: 0.08, angle: -30, font } } : {}),
    };
  });
  const document = {
    info: { title: papers.length === 1 ? papers[0]!.title : template.label.zh, producer: 'Tamga', creator: 'Tamga' }, pageSize: { width: mm(width), height: mm(height) }, pageMargins,
    defaultStyle: { font, fontSize: 10.5, lineHeight: ['card', 'badge'].includes(template.page.size) ? 1 : 1.12 }, content: sections,
  } as unknown as TDocumentDefinitions;
  return Buffer.from(await pdfMake().createPdf(document).getBuffer());
}

function numbered(template: Template): boolean {
  return JSON.stringify([template.header, template.footer]).includes('pages');
}

async function countPages(template: Template, paper: Paper): Promise<number> {
  let count = 1;
  const footer = (_page: number, pages: number): Content[] => { count = pages; return []; };
  await makePdf({ ...template, footer: template.footer.length > 0 ? template.footer : [{ kind: 'space', height: 1 }] }, [{ ...paper, footer }]);
  return count;
}
