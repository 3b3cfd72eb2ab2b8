import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router-dom';
import { addPlugins } from './plugins.ts';
import { createRouter } from './router.tsx';
import { SessionProvider } from './session.tsx';
import './styles/base.css';
import './styles/widgets.css';
import { locale } from './texts.ts';
import { FieldViewContext } from './widgets/field-view.ts';
import { fieldView } from './widgets/field-views.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
addPlugins();
document.documentElement.lang = locale();
const router = createRouter();
createRoot(root).render(
  <SessionProvider>
    <FieldViewContext.Provider value={fieldView}><RouterProvider router={router} /></FieldViewContext.Provider>
  </SessionProvider>,
);
