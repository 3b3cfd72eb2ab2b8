import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { definePlugin, type FileStore } from '../../runtime/plugin.ts';

interface Settings { endpoint: string; bucket: string; region: string; prefix: string; accessKeyId: string; secretAccessKey: string }

const word = { type: 'string', minLength: 1, maxLength: 200 } as const;

/** Files in a bucket of an S3-compatible store (MinIO, Ceph, OBS, OSS, COS …). */
export default definePlugin<Settings>({
  name: 's3-files',
  settings: {
    type: 'object', additionalProperties: false, required: ['endpoint', 'bucket', 'accessKeyId', 'secretAccessKey'],
    properties: {
      endpoint: { type: 'string', pattern: '^https?://[^/?#]+(/[^?#]*)?$', description: 'Address of the store, such as https://oss.example.gov.cn' },
      bucket: { type: 'string', pattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$' }, region: { ...word, default: 'us-east-1' }, prefix: { type: 'string', pattern: '^([A-Za-z0-9._-]+/)*$', default: '' },
      accessKeyId: word, secretAccessKey: word,
    },
  },
  setup: ({ settings, fileStore }) => fileStore({ name: 's3-files', open: () => s3Files(settings) }),
});

/** A store of files in a bucket, by path-style addresses and signatures of version 4. */
export function s3Files({ endpoint, bucket, region, prefix, accessKeyId, secretAccessKey }: Settings): FileStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3, initRetryMs: 100 });
  const ask = async (method: string, id: string, body?: Blob): Promise<Response> => {
    // The content is covered by TLS and our own digest; signing it would mean to read it twice.
    const response = await client.fetch(`${endpoint.replace(/\/$/, '')}/${bucket}/${prefix}${id}`, { method, ...(body ? { body, headers: { 'content-length': String(body.size) } } : {}), signal: AbortSignal.timeout(60_000) });
    if (response.ok) return response;
    await response.body?.cancel();
    throw new Error(`The file store answered ${response.status} to ${method}.`);
  };
  return {
    put: async (id, path) => { await ask('PUT', id, await openAsBlob(path)); },
    read: async (id) => {
      const { body } = await ask('GET', id);
      // The two libraries of types differ in what they call a stream of the web.
      return body ? Readable.fromWeb(body as unknown as ReadableStream) : Readable.from([]);
    },
    // To delete what is not there is no error of the protocol.
    remove: async (id) => { await ask('DELETE', id); },
  };
}
