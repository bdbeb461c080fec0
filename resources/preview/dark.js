// The site's dark mode, which is none of the program's and of the desktop's: media queries about it, classes and attributes
// that sites switch by their scripts, and sheets that stand by.
(function () {
  'use strict';

  const vt = window.vt = window.vt || {};
  const modeName = /^(?:(?:is|theme|mode|skin|color)-)?(?:dark|night)(?:-?(?:mode|theme|skin|scheme))?$/i;
  const modeValue = /^(?:dark|night)(?:-?(?:mode|theme))?$/i;

  vt.isDark = false;
  let known = new WeakSet(); // sheets that were looked through
  let queries = new Map(); // a list of media that asks for the mode -> what it says
  let switches = new Map(); // a piece of a selector -> { elements, attribute, value }
  let asBuilt = new Map(); // html and body -> their attributes as the site made them

  // ---- media queries

  const holds = scheme => !scheme || scheme === (vt.isDark ? 'dark' : 'light');
  const settledMedia = text => text.replace(/\(\s*prefers-color-scheme\s*(?::\s*([\w-]+)\s*)?\)/gi,
    (all, scheme) => holds(scheme && scheme.toLowerCase()) ? '(min-width: 0px)' : '(max-width: 0px)');

  function noteMedia(media) {
    if (media && !queries.has(media) && /prefers-color-scheme/i.test(media.mediaText))
      queries.set(media, media.mediaText);
  }

  // ---- switches: classes and attributes of the page or its body

  const elementsOf = tag => tag === 'body' ? ['body'] : tag ? ['documentElement'] : ['documentElement', 'body'];

  function noteSwitch(tag, piece) {
    const attribute = /^\[([\w-]+)\W?=\s*["']?([\w-]+)/.exec(piece);
    if (attribute && modeValue.test(attribute[2]) && (tag || attribute[1].startsWith('data-')))
      switches.set(tag + piece, { elements: [tag === 'body' ? 'body' : 'documentElement'], attribute: attribute[1], value: attribute[2] });
    else if (!attribute && modeName.test(piece.slice(1)))
      switches.set(tag + piece, { elements: elementsOf(tag), attribute: 'class', value: piece.slice(1) });
  }

  function noteSelector(selectors) {
    if (!/dark|night/i.test(selectors))
      return;
    for (const selector of selectors.replace(/:not\([^)]*\)/g, '').replace(/:(?:is|where)\(/g, '').split(',')) {
      const first = selector.trim().split(/[\s>+~]/)[0];
      const tag = (/^(?:html|body|:root)/i.exec(first) || [''])[0].toLowerCase();
      const pieces = first.match(/\.[\w-]+|\[[^\]]+\]/g) || [];
      if (tag || pieces.length === 1)
        pieces.forEach(piece => noteSwitch(tag, piece));
    }
  }

  function noteRules(rules) {
    for (const rule of rules) {
      noteMedia(rule.media);
      if (rule.selectorText)
        noteSelector(rule.selectorText);
      if (rule.styleSheet)
        noteSheet(rule.styleSheet);
      else if (rule.cssRules)
        noteRules(rule.cssRules);
    }
  }

  function noteSheet(sheet) {
    known.add(sheet);
    noteMedia(sheet.media);
    try {
      noteRules(sheet.cssRules);
    } catch (error) {
      known.delete(sheet); // it is not here yet
    }
  }

  function setSwitch({ elements, attribute, value }) {
    for (const name of elements) {
      const element = document[name];
      const built = (asBuilt.get(name) || {})[attribute];
      if (attribute === 'class')
        element.classList.toggle(value, vt.isDark || (built || '').split(/\s+/).includes(value));
      else if (vt.isDark)
        element.setAttribute(attribute, value);
      else if (built !== undefined)
        element.setAttribute(attribute, built);
      else
        element.removeAttribute(attribute);
    }
  }

  // ---- sheets that stand by: <link rel="alternate stylesheet" href="…dark.css">

  /// Lets those of a page that is not shown yet stand by in a way that can be switched.
  vt.noteStandby = function (page) {
    for (const link of page.querySelectorAll('link[rel~="alternate" i][rel~="stylesheet" i]')) {
      if (!/dark|night/i.test([link.id, link.title, link.getAttribute('href')].join(' ')))
        continue;
      link.dataset.vtStandby = '';
      link.rel = 'stylesheet';
      link.removeAttribute('title');
      link.disabled = true;
    }
  };

  const standby = () => Array.from(document.querySelectorAll('link[data-vt-standby]'));

  function setStandby(link) {
    if (link.disabled === vt.isDark)
      link.disabled = !vt.isDark;
  }

  // ---- what the page looks like then

  /// A page that leaves its colours to the browser takes those of the mode.
  function setScheme(root) {
    root.style.colorScheme = '';
    const meta = document.querySelector('meta[name="color-scheme" i]');
    const schemes = getComputedStyle(root).colorScheme + ' ' + (meta ? meta.content : '');
    if (/light/.test(schemes) && /dark/.test(schemes))
      root.style.colorScheme = vt.isDark ? 'dark' : 'light';
  }

  /// From 0 to 1; null for what lets the ground through.
  function lightnessOf(color) {
    const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) || []).map(Number);
    return alpha < 0.5 || blue === undefined ? null : (red * 0.299 + green * 0.587 + blue * 0.114) / 255;
  }

  /// True when the content stands on a dark ground.
  function standsOnDark() {
    for (let element = vt.region && vt.region.parent; element && element.nodeType === Node.ELEMENT_NODE; element = element.parentNode) {
      const lightness = lightnessOf(getComputedStyle(element).backgroundColor);
      if (lightness !== null)
        return lightness < 0.5;
    }
    return document.documentElement.style.colorScheme === 'dark';
  }

  /// Our marks take the colours for the ground on which the content stands; the program is told what there is.
  function settleMarks() {
    if (!vt.isOwnShell)
      return;
    const onDark = standsOnDark();
    document.documentElement.classList.toggle('vt-dark', onDark);
    if (vt.host)
      vt.host.tellDark(switches.size + queries.size + standby().length > 0, onDark);
  }

  function setMode() {
    const root = document.documentElement;
    for (const [media, written] of queries) {
      const text = settledMedia(written);
      if (media.mediaText !== text)
        media.mediaText = text;
    }
    if (vt.isOwnShell) {
      switches.forEach(setSwitch);
      standby().forEach(setStandby);
      setScheme(root);
      settleMarks();
    } else {
      root.classList.toggle('vt-dark', vt.isDark);
      setSwitch({ elements: ['documentElement'], attribute: 'data-theme', value: 'dark' });
    }
  }

  /// To be called when styles may have come.
  vt.settleDark = function () {
    const fresh = Array.from(document.styleSheets).filter(sheet => !known.has(sheet));
    if (!fresh.length)
      return;
    fresh.forEach(noteSheet);
    setMode();
  };

  vt.setDark = function (dark) {
    vt.isDark = dark;
    setMode();
  };

  /// Another shell stands around the content.
  vt.beginDark = function () {
    const attributes = element => Object.fromEntries(Array.from(element.attributes, each => [each.name, each.value]));
    asBuilt = new Map([['documentElement', attributes(document.documentElement)], ['body', attributes(document.body)]]);
    queries.forEach((written, media) => { media.mediaText = written; });
    known = new WeakSet();
    queries = new Map();
    switches = new Map();
    document.documentElement.style.colorScheme = '';
    for (const sheet of document.styleSheets)
      noteSheet(sheet);
    setMode();
  };

  document.addEventListener('load', event => {
    if (event.target.nodeName === 'LINK')
      vt.settleDark();
  }, true);
  document.addEventListener('transitionend', settleMarks, true);
})();
