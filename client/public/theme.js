// Runs before the first paint, ahead of the app: see ThemeChoice, DensityChoice and Brand, which write what is read here.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem('tertulia.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    if (localStorage.getItem('tertulia.density') === 'compact') root.dataset.density = 'compact';
    const { accent } = JSON.parse(localStorage.getItem('tertulia.look') ?? '{}');
    const colors = [accent?.light, accent?.dark];
    if (colors.every((color) => /^#[0-9a-f]{6}$/.test(color))) {
      root.dataset.accent = 'own';
      root.style.setProperty('--accent-by-day', accent.light);
      root.style.setProperty('--accent-by-night', accent.dark);
    }
  } catch {
    // Storage can be forbidden; the system's choice stands, and the colors of the house.
  }
})();
