/** Sets the theme before anything is drawn: the one chosen last, or the system's. Loaded as a plain script. */
(() => {
  const chosen = localStorage.getItem('theme');
  const dark = chosen === null ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
})();
