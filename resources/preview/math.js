// Formulas between $…$, $$…$$, \(…\) and \[…\], as the sites' MathJax finds them, set by KaTeX where the program has it.
(function () {
  'use strict';

  const vt = window.vt = window.vt || {};
  const longest = 4000; // characters of one formula; what is longer stays text
  const endings = { '$': '$', '$$': '$$', '\\(': '\\)', '\\[': '\\]' };

  /// What each formula on the page was made from, with its delimiters.
  vt.formulas = new WeakMap();

  function openingAt(text, at) {
    const two = text.substr(at, 2);
    if (two in endings)
      return two;
    return text[at] === '$' ? '$' : '';
  }

  /// Where the formula that opens at `at` ends, behind its delimiter; -1 when it does not. Braces must be balanced.
  function endOf(text, at, opening) {
    const ending = endings[opening];
    let depth = 0;
    for (let i = at + opening.length; i < text.length && i - at < longest; ++i) {
      if (depth === 0 && text.startsWith(ending, i))
        return i + ending.length;
      if (text[i] === '\\')
        ++i;
      else if (text[i] === '{')
        ++depth;
      else if (text[i] === '}')
        --depth;
    }
    return -1;
  }

  /// The formulas of a text: [begin, end, TeX, on a line of its own].
  vt.formulasIn = function (text) {
    const found = [];
    for (let at = 0; at < text.length; ++at) {
      const opening = openingAt(text, at);
      const end = opening ? endOf(text, at, opening) : -1;
      if (end > 0) {
        const tex = text.slice(at + opening.length, end - opening.length);
        if (tex.trim())
          found.push([at, end, tex, opening === '$$' || opening === '\\[']);
        at = end - 1;
      } else if (text[at] === '\\') {
        ++at;
      }
    }
    return found;
  };

  function formula(source, tex, displayMode) {
    const element = document.createElement('span');
    element.className = 'vt-math';
    katex.render(tex, element, {
      displayMode, throwOnError: false, trust: false, strict: 'ignore', maxSize: 40, maxExpand: 500,
    });
    vt.formulas.set(element, source);
    return element;
  }

  function setText(node) {
    const found = vt.formulasIn(node.data);
    if (!found.length)
      return;
    const pieces = document.createDocumentFragment();
    let reached = 0;
    for (const [begin, end, tex, display] of found) {
      pieces.append(node.data.slice(reached, begin), formula(node.data.slice(begin, end), tex, display));
      reached = end;
    }
    pieces.append(node.data.slice(reached));
    node.replaceWith(pieces);
  }

  vt.mightHaveFormulas = root => /[$]|\\[([]/.test(root.textContent);

  /// Sets the formulas below a node; needs KaTeX.
  vt.setFormulas = function (root) {
    root.normalize();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, {
      acceptNode: node => node.parentElement && node.parentElement.closest('code, pre, script, style, textarea, .vt-math')
        ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    });
    const texts = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      texts.push(node);
    texts.forEach(setText);
  };
})();
