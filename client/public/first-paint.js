// Runs before the first paint, ahead of the app: see LanguageChoice, ThemeChoice, DensityChoice and Brand, which write what is read here.
(() => {
  const root = document.documentElement;
  const DIRECTIONS = { en: 'ltr', de: 'ltr', es: 'ltr', ja: 'ltr', ur: 'rtl' };
  const isOurs = (tag) => Object.hasOwn(DIRECTIONS, tag);

  let chosen = null;
  try {
    chosen = localStorage.getItem('tertulia.language');
  } catch {
    // Storage can be forbidden: then the browser's languages decide.
  }
  const wanted = navigator.languages.map((tag) => tag.split('-')[0].toLowerCase());
  const language = [chosen, ...wanted].find((tag) => tag !== null && isOurs(tag)) ?? 'en';
  root.lang = language;
  root.dir = DIRECTIONS[language];
  if (language !== 'en') {
    // The app asks for it a little later, and finds it already begun.
    const preload = { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: `languages/${language}.json` };
    document.head.append(Object.assign(document.createElement('link'), preload));
  }

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
