import type { ClientPageNode, ClientWidget } from '../../../model/client-types.ts';
import { widgetToAmis, type WidgetData } from '../dashboard/to-amis.ts';
import type { AmisSchema } from '../list/to-amis.ts';

/** A page's nodes as an amis schema of our own renderers: nothing in it is evaluated. `data` are the figures of each card. */
export function pageToAmis(body: readonly ClientPageNode[], data: ReadonlyMap<ClientWidget, WidgetData>, width: number): AmisSchema {
  return { type: 'tamga-nodes', body: nodesToAmis(body, data, width) };
}

function nodesToAmis(nodes: readonly ClientPageNode[], data: ReadonlyMap<ClientWidget, WidgetData>, width: number): AmisSchema[] {
  return nodes.map((node): AmisSchema => {
    switch (node.type) {
      case 'grid': return { type: 'grid', className: 'dashboard page-grid', columns: node.columns.map((column) => ({ md: column.md ?? Math.max(1, Math.floor(12 / node.columns.length)), body: nodesToAmis(column.body, data, width <= 720 ? width : width * (column.md ?? 12 / node.columns.length) / 12) })) };
      case 'panel': return { type: 'tamga-panel', title: node.title, body: nodesToAmis(node.body, data, width) };
      case 'tabs': return { type: 'tamga-page-tabs', tabs: node.tabs.map((tab) => ({ title: tab.title, body: nodesToAmis(tab.body, data, width) })) };
      case 'chart': return { type: 'tamga-widget', label: node.widget.label, link: node.widget.link, report: node.widget.report, body: widgetToAmis(node.widget, data.get(node.widget) ?? { data: null, failure: null }, { width }) };
      default: return { type: 'tamga-node', node };
    }
  });
}

/** Every card of a page, however deep. */
export function widgetsIn(nodes: readonly ClientPageNode[]): ClientWidget[] {
  return nodes.flatMap((node) => (node.type === 'chart' ? [node.widget] : node.type === 'grid' ? node.columns.flatMap((c) => widgetsIn(c.body)) : node.type === 'tabs' ? node.tabs.flatMap((tab) => widgetsIn(tab.body)) : node.type === 'panel' ? widgetsIn(node.body) : []));
}
