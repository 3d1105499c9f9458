import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import { App } from './App';
import { applyKeptTheme } from './frame/theme';

applyKeptTheme();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no element to draw the app in.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
