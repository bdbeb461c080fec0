// The page of the site itself: the part of it that holds the content is found by its words.
(function () {
  'use strict';

  const vt = window.vt = window.vt || {};

  vt.inert = function (html) {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content;
  };

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
  vt.resolveAddresses = function (root, address) {
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
  };

  /// Takes the content out of a page of the site: { parent, behind }, its place, before which node new content belongs. Null
  /// when it is not found. `content` is what we would show. Takes out scripts too, and what stands in for them.
  vt.takeOutContent = function (page, content) {
    for (const gone of page.querySelectorAll('script, noscript, template'))
      gone.remove();
    const words = wordsOf(content.textContent);
    const counts = countWords(page.body, runsOf(words));
    const found = (counts.get(page.body) || [0])[0];
    if (words.length < run || found < words.length / 2)
      return null;
    const part = partOf(holderOf(page.body, counts, content), counts);
    const last = part[part.length - 1];
    const place = { parent: last.parentNode, behind: last.nextSibling };
    part.forEach(node => node.remove());
    return place;
  };
})();
