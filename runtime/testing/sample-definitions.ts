import type { Source } from '../model/source.ts';

const label = (zh: string, en = zh): { zh: string; en: string } => ({ zh, en });

/** A small app for tests: samples with all kinds of values, a file, parts with pictures, a message; three roles that see more or less of it. */
export const sampleDefinitions: Omit<Source, 'file'>[] = [
  { app: 'lab', kind: 'app', name: 'app', content: { label: label('实验室', 'Lab'), needs: ['platform'] } },
  {
    app: 'lab', kind: 'entity', name: 'sample',
    content: {
      label: label('样品', 'Sample'), title: 'name', search: ['name'], sort: ['name'],
      fields: {
        name: { type: 'text', label: label('名称', 'Name'), required: true, maxLength: 200 },
        count: { type: 'integer', label: label('件数', 'Count'), unit: label('件', 'pieces') },
        weight: { type: 'decimal', label: label('重量', 'Weight'), scale: 2 },
        day: { type: 'date', label: label('日期', 'Day') },
        at: { type: 'datetime', label: label('时间', 'At') },
        kind: { type: 'choice', label: label('类别', 'Kind'), options: { a: { label: label('甲类', 'Class A') }, b: { label: label('乙类', 'Class B') } } },
        urgent: { type: 'boolean', label: label('加急', 'Urgent') },
        keeper: { type: 'user', label: label('保管人', 'Keeper') },
        secret: { type: 'text', label: label('密级说明', 'Secret') },
        parts: { type: 'lines', label: label('部件', 'Parts'), entity: 'sample-part' },
        scan: { type: 'file', label: label('扫描件', 'Scan'), accept: ['image', 'pdf'] },
      },
    },
  },
  {
    app: 'lab', kind: 'entity', name: 'sample-part',
    content: { label: label('部件', 'Part'), lineOf: { entity: 'sample', as: 'sample' }, fields: { label: { type: 'text', label: label('标签', 'Label'), required: true }, photo: { type: 'image', label: label('照片', 'Photo') } } },
  },
  { app: 'lab', kind: 'list', name: 'sample', content: { label: label('样品', 'Samples'), entity: 'sample', columns: ['name', { field: 'count', label: label('数量', 'Number') }, 'keeper.username'] } },
  // Names no entity, so that a way to the prototype is tried at run time too: with one, the linker refuses it.
  { app: 'lab', kind: 'message', name: 'ready', content: { title: '样品{{record.name}}（{{record.kind}}）已备好', body: '{{record.keeper.name}}保管，{{record.at}}，{{record.secret}}<{{record.constructor}}{{extra}}>' } },
  { app: 'lab', kind: 'role', name: 'writer', content: { label: label('登记员', 'Writer'), grants: { sample: { read: true, create: true, update: true, delete: true, export: true }, 'platform/user': { read: true } } } },
  { app: 'lab', kind: 'role', name: 'guest', content: { label: label('访客', 'Guest'), grants: { sample: { read: true, export: true, hide: ['secret', 'scan'] }, 'platform/user': { read: true } } } },
  { app: 'lab', kind: 'role', name: 'onlooker', content: { label: label('观察员', 'Onlooker'), grants: { sample: { read: true } } } },
];
