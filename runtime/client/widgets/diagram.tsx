import { useEffect, useRef, useState } from 'react';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { t } from '../texts.ts';
import { Button } from './button.tsx';
import './diagram.css';

interface DiagramProps { xml: string; active: string[]; passed: string[]; passedFlows: string[]; failed?: string[]; notes?: Record<string, string> }
interface Canvas { resized: () => void; zoom: (level: 'fit-viewport' | number, center?: 'auto') => number; addMarker: (id: string, marker: string) => void; viewbox: () => { inner: { width: number; height: number } } }

/** A process drawn as it is modelled, with what has happened and what is waited for lit up. */
export default function Diagram({ xml, active, passed, passedFlows, failed = [], notes = {} }: DiagramProps) {
  const box = useRef<HTMLDivElement>(null);
  const viewer = useRef<NavigatedViewer | null>(null);
  const isDrawn = useRef(false);
  const [isBroken, setBroken] = useState(false);
  const [height, setHeight] = useState(260);
  // By content: the caller makes a new object each time it draws.
  const noted = JSON.stringify(notes);
  const fit = () => {
    const canvas = viewer.current?.get<Canvas>('canvas');
    const { clientWidth = 0, clientHeight = 0 } = box.current ?? {};
    // Nothing to fit before the drawing is there, or into a box without size: the scale would be infinite.
    if (canvas === undefined || clientWidth === 0 || clientHeight === 0 || !isDrawn.current) return;
    // The canvas remembers its size, also a wrong one from before the height was known.
    canvas.resized();
    const level = canvas.zoom('fit-viewport', 'auto');
    // A little air, so that nothing touches the frame.
    canvas.zoom(level * 0.94, 'auto');
  };

  useEffect(() => {
    if (box.current === null) return;
    const shown = new NavigatedViewer({ container: box.current });
    viewer.current = shown;
    isDrawn.current = false;
    let isGone = false;
    const draw = async () => {
      try {
        await shown.importXML(xml);
        if (isGone) return;
        const canvas = shown.get<Canvas>('canvas');
        const mark = (ids: string[], marker: string) => { for (const id of ids) if (shown.get<{ get: (id: string) => unknown }>('elementRegistry').get(id) !== undefined) canvas.addMarker(id, marker); };
        mark(passed.filter((id) => !active.includes(id)), 'is-passed');
        mark(passedFlows, 'is-passed');
        mark(active, 'is-active');
        mark(failed, 'is-failed');
        const overlays = shown.get<{ add: (id: string, overlay: unknown) => void }>('overlays');
        for (const [id, note] of Object.entries(notes)) {
          if (shown.get<{ get: (id: string) => unknown }>('elementRegistry').get(id) === undefined) continue;
          const html = document.createElement('span');
          html.className = 'diagram-note';
          html.textContent = note;
          html.title = note;
          overlays.add(id, { position: { bottom: -4, left: 0 }, html });
        }
        const { inner } = canvas.viewbox();
        const width = box.current?.clientWidth ?? 800;
        setHeight(Math.round(Math.min(440, Math.max(180, (inner.height / inner.width) * width + 40))));
        isDrawn.current = true;
        requestAnimationFrame(fit);
      } catch {
        if (!isGone) setBroken(true);
      }
    };
    void draw();
    return () => { isGone = true; shown.destroy(); viewer.current = null; };
  }, [xml, active, passed, passedFlows, failed, noted]);

  // The canvas measures itself, so it is fitted after its height is settled and whenever the window changes.
  useEffect(() => {
    const observer = new ResizeObserver(() => fit());
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, [height]);

  if (isBroken) return <p className="muted">{t('diagram.broken')}</p>;
  return (
    <figure className="diagram">
      <div ref={box} className="diagram-canvas" style={{ height }} role="img" aria-label={t('diagram.label')} />
      <figcaption>
        <span className="legend legend-active">{t('diagram.active')}</span>
        <span className="legend legend-passed">{t('diagram.passed')}</span>
        <span className="legend legend-open">{t('diagram.open')}</span>
        <Button look="link" onClick={() => fit()}>{t('diagram.fit')}</Button>
      </figcaption>
    </figure>
  );
}
