import { randomUUID } from 'node:crypto';

/** A file of a scenario: a real small picture or PDF by its name, or the bytes given. */
export interface SampleFile { file: string; content?: string; size?: number }

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const jpg = '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=';
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
xref
0 4
0000000000 65535 f 
0000000009 00000 n 
0000000052 00000 n 
0000000101 00000 n 
trailer<</Size 4/Root 1 0 R>>
startxref
164
%%EOF
`;

const samples: Record<string, { type: string; bytes: Buffer }> = {
  png: { type: 'image/png', bytes: Buffer.from(png, 'base64') },
  jpg: { type: 'image/jpeg', bytes: Buffer.from(jpg, 'base64') },
  jpeg: { type: 'image/jpeg', bytes: Buffer.from(jpg, 'base64') },
  pdf: { type: 'application/pdf', bytes: Buffer.from(pdf, 'latin1') },
};

/** The multipart body that uploads a sample file. */
export function sampleUpload({ file, content, size }: SampleFile): { type: string; bytes: Buffer } {
  const sample = samples[file.split('.').pop()!.toLowerCase()] ?? { type: 'application/octet-stream', bytes: Buffer.from('sample') };
  const bytes = content === undefined ? sample.bytes : Buffer.from(content);
  const padded = size && size > bytes.length ? Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]) : bytes;
  const boundary = `scenario-${randomUUID()}`;
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.replaceAll('"', '')}"\r\nContent-Type: ${sample.type}\r\n\r\n`;
  return { type: `multipart/form-data; boundary=${boundary}`, bytes: Buffer.concat([Buffer.from(head), padded, Buffer.from(`\r\n--${boundary}--\r\n`)]) };
}
