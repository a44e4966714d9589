// Writes src/style/tokens.css from Fluent 2's web themes and Azure's brand ramp. Development only: the CSS is committed,
// the package is not. Run it when a token is added to the list below:
//
//   npm install --no-save @fluentui/tokens@1.0.0-alpha.24 && node scripts/tokens.mjs
//
// FLUENT_TOKENS may name another folder in which the package is installed.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const from = resolve(process.env.FLUENT_TOKENS ?? '.', 'index.js');
const { createLightTheme, createDarkTheme } = createRequire(from)('@fluentui/tokens');

// Brand ramp of @fluentui-contrib/azure-theme 0.0.3 (MIT), over Fluent's plain neutrals.
const azure = {
  10: '#101b2f', 20: '#16243c', 30: '#1d2d4b', 40: '#24395d', 50: '#2a446f', 60: '#2a5087', 70: '#125ca9', 80: '#006ac6',
  90: '#0d7bd7', 100: '#388ee2', 110: '#5da2ea', 120: '#79b2f0', 130: '#96c3f4', 140: '#afd2f8', 150: '#cce2fb', 160: '#e8f2fd',
};
const light = createLightTheme(azure);
const dark = createDarkTheme(azure);
// Fluent takes step 100 for links and brand text in the dark: 4.25 : 1 on its backgrounds with this ramp. Lighter steps reach
// 4.5 : 1 on every background a link stands on, hovered rows too.
Object.assign(dark, {
  colorBrandForegroundLink: azure[120], colorBrandForegroundLinkHover: azure[130], colorBrandForegroundLinkPressed: azure[120],
  colorBrandForeground1: azure[120], colorBrandForeground2: azure[130], colorCompoundBrandForeground1: azure[120],
  colorNeutralForeground2BrandHover: azure[120], colorCompoundBrandStroke: azure[110], colorBrandStroke1: azure[110],
  colorCompoundBrandBackground: azure[110], colorCompoundBrandBackgroundHover: azure[120],
});

const colours = `
Neutral: Foreground1 Foreground2 Foreground2Hover Foreground2BrandHover Foreground3 ForegroundDisabled
  ForegroundOnBrand ForegroundInverted Background1 Background1Hover Background1Pressed Background1Selected Background2 Background2Hover
  Background3 Background4 Background5 Background6 BackgroundDisabled BackgroundStatic CardBackground CardBackgroundHover
  Stencil1 Stencil2 Stroke1 Stroke1Hover Stroke2 Stroke3 StrokeAccessible StrokeAccessibleHover StrokeDisabled
Subtle: BackgroundHover BackgroundPressed BackgroundSelected
Brand: ForegroundLink ForegroundLinkHover ForegroundLinkPressed Foreground1 Foreground2 Background BackgroundHover
  BackgroundPressed Background2 Background2Hover Stroke1 Stroke2
CompoundBrand: Foreground1 Background BackgroundHover Stroke
StatusSuccess: Background1 Foreground3 Border1 Border2
StatusWarning: Background1 Foreground2 Border1 Border2
StatusDanger: Background1 Background3 Background3Hover Background3Pressed Foreground3 Border1 Border2
Stroke: Focus1 Focus2
: BackgroundOverlay`;
const themed = colours.trim().replace(/\n\s+/g, ' ').split('\n').flatMap((line) => {
  const [family, names] = line.split(':');
  return names.trim().split(' ').map((name) => `color${family.trim()}${name}`);
}).concat(['shadow2', 'shadow4', 'shadow8', 'shadow16', 'shadow28', 'shadow64']);
const shared = Object.keys(light).filter((name) =>
  /^(fontSizeBase[23456]00|fontSizeHero700|lineHeightBase[23456]00|lineHeightHero700|fontFamilyMonospace|fontWeight(Regular|Semibold)|borderRadius(Small|Medium|XLarge|Circular)|strokeWidth(Thin|Thick|Thicker)|duration(Faster|Fast|Normal|Gentle|UltraSlow)|curve(DecelerateMid|AccelerateMid|EasyEase))$/.test(name));

// One rem is the 14 px of the body text, so that a person's own font size scales everything.
const rem = (value) => /^\d+px$/.test(value) && value !== '10000px' ? `${+(parseInt(value, 10) / 14).toFixed(4)}rem` : value;
const line = (name, value, indent) => {
  if (value === undefined) throw new Error(`no token ${name}`);
  return `${indent}--${name}: ${/^(fontSize|lineHeight)/.test(name) ? rem(value) : value};`;
};
const block = (selector, names, theme, indent = '') =>
  `${indent}${selector} {\n${names.map((n) => line(n, theme[n], indent + '  ')).join('\n')}\n${indent}}`;
const scheme = (selector, names, theme, which, indent = '') =>
  block(selector, names, theme, indent).replace('{\n', `{\n${indent}  color-scheme: ${which};\n`);

// The bar on top is brand in the light and neutral in the dark; what stands on it is white in both.
for (const theme of [light, dark]) {
  theme.colorTopBarBackground = theme === light ? azure[70] : '#0a0a0a';
  theme.colorTopBarBackgroundHover = theme === light ? azure[60] : '#333333';
  theme.colorTopBarForeground = '#ffffff';
  theme.colorTopBarField = theme === light ? '#ffffff' : '#292929';
}
themed.push('colorTopBarBackground', 'colorTopBarBackgroundHover', 'colorTopBarForeground', 'colorTopBarField');

const css = `/* Written by scripts/tokens.mjs from @fluentui/tokens 1.0.0-alpha.24 (MIT) with the brand ramp of
   @fluentui-contrib/azure-theme 0.0.3 (MIT). Change the script, not this file. */
:root {
  /* One pixel of the design, in units that follow the person's font size: calc(44 * var(--px)). */
  --px: calc(1rem / 14);
  --fontFamilyBase: "Segoe UI Variable", "Segoe UI", system-ui, sans-serif;
${shared.map((n) => line(n, light[n], '  ')).join('\n')}
}
${scheme(':root,\n[data-theme="light"]', themed, light, 'light')}
/* On paper it is always light. */
@media screen {
${scheme('[data-theme="dark"]', themed, dark, 'dark', '  ')}
}
@media screen and (prefers-color-scheme: dark) {
${scheme(':root:not([data-theme]),\n  [data-theme="system"]', themed, dark, 'dark', '  ')}
}
`;
writeFileSync(new URL('../src/style/tokens.css', import.meta.url), css);
