// Runs before the first paint, ahead of the app: see ThemeChoice, which writes what is read here.
(() => {
  try {
    const theme = localStorage.getItem('tertulia.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage can be forbidden; the system's choice stands.
  }
})();
