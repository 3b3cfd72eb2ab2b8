import { BarChart, EffectScatterChart, GaugeChart, LineChart, MapChart, PieChart } from 'echarts/charts';
import { GeoComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

echarts.use([BarChart, EffectScatterChart, GaugeChart, GeoComponent, GridComponent, LegendComponent, LineChart, MapChart, PieChart, SVGRenderer, TooltipComponent, VisualMapComponent]);

const maps = new Map<string, Promise<void>>();

/** Draws ECharts options; sharp at any size, follows the size of its box, and tells which item is picked. */
export function EChart({ option, height, map, onPick }: { option: Record<string, unknown>; height: number | string; map?: string | undefined; onPick?: ((index: number) => void) | undefined }) {
  const box = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    if (!box.current) return;
    const chart = echarts.init(box.current, undefined, { renderer: 'svg' });
    let isOpen = true;
    const draw = () => { if (isOpen) chart.setOption(option); };
    if (map === undefined) draw();
    else void outlines(map).then(draw, () => undefined);
    chart.on('click', ({ data }) => { const index = (data as { index?: number } | null)?.index; if (index !== undefined) pick.current?.(index); });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => { isOpen = false; watch.disconnect(); chart.dispose(); };
  }, [option, map]);
  return <div ref={box} className="echart" style={{ height }} />;
}

/** Outlines of areas, read once. */
function outlines(name: string): Promise<void> {
  const known = maps.get(name) ?? fetch(`/maps/${encodeURIComponent(name)}.geojson`).then(async (answer) => {
    if (!answer.ok) throw new Error(`No map ${name}.`);
    echarts.registerMap(name, await answer.json() as never);
  });
  maps.set(name, known);
  known.catch(() => maps.delete(name));
  return known;
}
