// What stands around the content: a built-in theme's skeleton, or the page of the site itself, in which the part that holds
// the content is found by its words.
(function () {
  'use strict';

  const vt = window.vt = window.vt || {};

  /// The place of the content: between two comments of ours in an element of the shell.
  vt.region = null;

  function inert(html) {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content;
  }

  /// Takes the blocks out of the old shell; puts them between `start` and `end` of a new one.
  function blocksOf(region) {
    const kept = document.createDocumentFragment();
    while (region && region.start.nextSibling !== region.end)
      kept.append(region.start.nextSibling);
    return kept;
  }

  function openRegion(parent, before) {
    const region = { parent, start: document.createComment('content'), end: document.createComment('/content') };
    parent.insertBefore(region.start, before);
    parent.insertBefore(region.end, before);
    return region;
  }

  function copyAttributes(from, to) {
    for (const attribute of Array.from(to.attributes))
      to.removeAttribute(attribute.name);
    for (const attribute of Array.from(from ? from.attributes : [])) {
      if (!attribute.name.startsWith('on'))
        to.setAttribute(attribute.name, attribute.value);
    }
  }

  function install(body, region, title) {
    const kept = blocksOf(vt.region);
    document.body.replaceChildren(body);
    vt.region = region;
    region.parent.insertBefore(kept, region.end);
    document.title = title;
    vt.applyDark();
    vt.fitMenu();
    vt.drawField();
    vt.tellRemote();
  }

  function takeOutSheets() {
    for (const old of document.querySelectorAll('head [data-vt-shell]'))
      old.remove();
  }

  /// A built-in theme: its body holds an empty element `vt-content`.
  vt.setBody = function (html, title) {
    const body = inert(html);
    vt.settle(body);
    takeOutSheets();
    copyAttributes(null, document.documentElement);
    copyAttributes(null, document.body);
    const parent = body.getElementById('vt-content');
    parent.replaceChildren();
    install(body, openRegion(parent, null), title);
  };

  vt.setStyle = function (css) {
    document.getElementById('vt-theme').textContent = css;
    vt.drawField();
  };

  // ---- the site's own page

  const wordsOf = text => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
  const run = 3; // words in a row that tell one text from another

  function runsOf(words) {
    const runs = new Set();
    for (let i = 0; i + run <= words.length; ++i)
      runs.add(words.slice(i, i + run).join(' '));
    return runs;
  }

  /// How many words below each node stand in our content too, and how many there are: node -> [found, all].
  function countWords(root, runs) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const words = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const word of wordsOf(node.data))
        words.push({ word, node, found: false });
    }
    for (let i = 0; i + run <= words.length; ++i) {
      const some = words.slice(i, i + run);
      if (runs.has(some.map(each => each.word).join(' ')))
        some.forEach(each => { each.found = true; });
    }
    const counts = new Map();
    for (const { node, found } of words) {
      for (let up = node; up; up = up === root ? null : up.parentNode) {
        const count = counts.get(up) || [0, 0];
        counts.set(up, [count[0] + (found ? 1 : 0), count[1] + 1]);
      }
    }
    return counts;
  }

  /// The deepest element with nearly all of the words that were found. Stops above what is one block of our content.
  function holderOf(body, counts, content) {
    const all = counts.get(body)[0];
    const only = content.children.length === 1 ? content.children[0] : null;
    let holder = body;
    for (;;) {
      const next = Array.from(holder.children).find(child => (counts.get(child) || [0])[0] >= 0.9 * all);
      const isBlock = next && only && next.tagName === only.tagName && next.className === only.className;
      if (!next || isBlock)
        return holder;
      holder = next;
    }
  }

  const ofMarkdown = /^(P|UL|OL|DL|H[1-6]|TABLE|BLOCKQUOTE|PRE|HR|FIGURE)$/;
  const ofTheme = /^(HEADER|FOOTER|NAV|ASIDE|FORM|BUTTON|SECTION|MAIN|ARTICLE)$/;

  /// The children of the holder that are our content: from the first to the last with words of ours, with what is next to
  /// them and has no words (pictures, named places), and with text behind them that our content no longer has.
  function partOf(holder, counts) {
    const nodes = Array.from(holder.childNodes);
    const found = node => (counts.get(node) || [0, 0])[0] > 0;
    const silent = node => !(counts.get(node) || [0, 0])[1] && !ofTheme.test(node.nodeName);
    let first = nodes.findIndex(found);
    let last = nodes.length - 1 - nodes.slice().reverse().findIndex(found);
    while (first > 0 && silent(nodes[first - 1]))
      --first;
    while (last + 1 < nodes.length
           && (silent(nodes[last + 1]) || (ofMarkdown.test(nodes[last + 1].nodeName) && !nodes[last + 1].className)))
      ++last;
    return nodes.slice(first, last + 1);
  }

  /// Addresses of the site itself become paths of ours; all others complete ones.
  function resolveAddresses(root, address) {
    const site = new URL(address);
    for (const name of ['src', 'href', 'poster', 'data-src']) {
      for (const element of root.querySelectorAll('[' + name + ']')) {
        let url;
        try {
          url = new URL(element.getAttribute(name), address);
        } catch (error) {
          continue;
        }
        const isOurs = url.host === site.host;
        const written = isOurs ? url.pathname + url.hash : url.href;
        if (name !== 'data-src')
          element.setAttribute(name, written);
        else if (!element.getAttribute('src'))
          element.setAttribute('src', written);
      }
    }
  }

  /// Makes the site's own page the shell. `address` is where it is published; `contentHtml` what we would show. False when
  /// the part with the content is not found: then the built-in body stands in.
  vt.setOwnShell = function (html, address, contentHtml, builtInBody, title) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    for (const gone of page.querySelectorAll('script, noscript, template'))
      gone.remove();
    const content = inert(contentHtml);
    const words = wordsOf(content.textContent);
    const counts = countWords(page.body, runsOf(words));
    const found = (counts.get(page.body) || [0])[0];
    if (words.length < run || found < words.length / 2) {
      vt.setBody(builtInBody, title);
      return false;
    }
    resolveAddresses(page, address);
    const part = partOf(holderOf(page.body, counts, content), counts);
    const region = openRegion(part[0].parentNode, part[0]);
    part.forEach(node => node.remove());
    vt.settle(page);
    takeOutSheets();
    for (const sheet of page.head.querySelectorAll('link, style')) {
      sheet.dataset.vtShell = '';
      document.head.append(sheet);
    }
    copyAttributes(page.documentElement, document.documentElement);
    copyAttributes(page.body, document.body);
    const body = document.createDocumentFragment();
    body.append(...page.body.childNodes);
    install(body, region, page.title);
    return true;
  };

  // ---- what the themes' own scripts would do

  /// Items of the menu that do not fit go under its button.
  vt.fitMenu = function () {
    const nav = document.querySelector('.vt-site .greedy-nav');
    if (!nav)
      return;
    const [shown, button, rest] = [nav.querySelector('.visible-links'), nav.querySelector('button'), nav.querySelector('.hidden-links')];
    shown.append(...rest.children);
    rest.hidden = true;
    button.hidden = true;
    const below = () => Array.from(shown.children).filter(item => item.offsetTop > shown.firstElementChild.offsetTop + 4);
    if (!below().length)
      return;
    button.hidden = false;
    rest.append(...below());
  };

  /// True when a click was on one of the theme's buttons and is done with.
  vt.pressed = function (target) {
    const site = target.closest('.vt-site');
    if (!site || !target.closest('button'))
      return false;
    if (target.closest('.greedy-nav'))
      site.querySelector('.hidden-links').toggleAttribute('hidden');
    else if (target.closest('.author__follow'))
      site.querySelector('.author__urls').classList.toggle('is--visible');
    else
      return false;
    return true;
  };

  vt.applyDark = function () {
    const root = document.documentElement;
    root.classList.toggle('vt-dark', vt.isDark);
    if (vt.isDark)
      root.setAttribute('data-theme', 'dark');
    else if (root.getAttribute('data-theme') === 'dark')
      root.removeAttribute('data-theme');
  };
  vt.setDark = function (dark) {
    vt.isDark = dark;
    vt.applyDark();
  };

  window.addEventListener('resize', () => vt.fitMenu());
})();
