import 'antd-mobile/es/global';
import { createRoot } from 'react-dom/client';
import { PortalApp } from './portal-app.tsx';
import './portal.css';
import { locale } from './texts.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('portal.html has no #root');
document.documentElement.lang = locale();
createRoot(root).render(<PortalApp />);
