// The page of the site itself: the part of it that holds the content is found by its words.
(function () {
  'use strict';

  const vt = window.vt = window.vt || {};
  const run = 3; // words in a row that tell one text from another
  const mostPairs = 250000; // of blocks and nodes that are compared with one another

  vt.inert = function (html) {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content;
  };

  const wordsIn = text => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];

  /// The words below a node with the text that each stands in: [{ word, node }]. No word goes across the edge of a text.
  function placedWords(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const words = [];
    for (let node = root.nodeType === Node.TEXT_NODE ? root : walker.nextNode(); node; node = walker.nextNode()) {
      for (const word of wordsIn(node.data))
        words.push({ word, node });
    }
    return words;
  }

  const wordsOf = root => placedWords(root).map(each => each.word);

  function runsOf(words) {
    const runs = new Set();
    for (let i = 0; i + run <= words.length; ++i)
      runs.add(words.slice(i, i + run).join(' '));
    return runs;
  }

  /// Which runs of our content stand below each node: node -> set of runs.
  function runsBelow(root, runs) {
    const words = placedWords(root);
    const below = new Map();
    for (let i = 0; i + run <= words.length; ++i) {
      const text = words.slice(i, i + run).map(each => each.word).join(' ');
      if (!runs.has(text))
        continue;
      for (let up = words[i].node; up; up = up === root ? null : up.parentNode) {
        if (!below.has(up))
          below.set(up, new Set());
        below.get(up).add(text);
      }
    }
    return below;
  }

  // ---- blocks: what stands side by side in our content or in an element of the page

  class Block {
    constructor(node) {
      this.node = node;
      this.words = wordsOf(node);
      this.text = this.words.join(' ');
      this.runs = runsOf(this.words);
    }

    get isSilent() { return !this.words.length; }

    /// How much of two blocks is the same, from 0 to 1.
    likeness(other) {
      if (this.text === other.text)
        return this.isSilent ? 0 : 1;
      const [few, many] = this.runs.size < other.runs.size ? [this.runs, other.runs] : [other.runs, this.runs];
      if (many.size > 2 * few.size)
        return 0;
      let common = 0;
      for (const each of few)
        common += many.has(each) ? 1 : 0;
      return many.size ? common / many.size : 0;
    }

    /// True when it may well be another state of the same block.
    isLike(other) { return this.likeness(other) >= 0.5; }
  }

  function blocksIn(parent) {
    const isBlock = node => node.nodeType === Node.ELEMENT_NODE || (node.nodeType === Node.TEXT_NODE && node.data.trim());
    return Array.from(parent.childNodes).filter(isBlock).map(node => new Block(node));
  }

  /// The deepest element with nearly all that was found. Stops above what is itself a block of our content.
  function holderOf(body, below, ours) {
    const all = below.get(body).size;
    const isOurs = child => ours.some(block => block.node.nodeName === child.nodeName
      && block.node.className === child.className && block.isLike(new Block(child)));
    let holder = body;
    for (;;) {
      const next = Array.from(holder.children).find(child => (below.get(child) || []).size >= 0.9 * all);
      if (!next || isOurs(next))
        return holder;
      holder = next;
    }
  }

  /// The worth of the best pairing in order of the first i of one list with the first j of another, for all i and j; `worth`
  /// of a pair is 0 when it is none.
  function bestPairings(height, width, worth) {
    const best = Array.from({ length: height + 1 }, () => new Float64Array(width + 1));
    for (let i = 1; i <= height; ++i) {
      for (let j = 1; j <= width; ++j) {
        const pair = worth(i - 1, j - 1);
        best[i][j] = Math.max(best[i - 1][j], best[i][j - 1], pair ? best[i - 1][j - 1] + pair : 0);
      }
    }
    return best;
  }

  /// The first and the last of `theirs` that are blocks of ours, when as many as possible are paired in order, as close
  /// together as that allows. Null when there is no pair.
  function pairedPart(theirs, ours) {
    const [height, width] = [theirs.length, ours.length];
    if (height * width > mostPairs)
      return null;
    const worths = theirs.map(their => ours.map(our => {
      const likeness = their.likeness(our);
      return likeness >= 0.5 ? 1 + likeness / 1024 : 0; // rather the same one than one like it
    }));
    const behind = bestPairings(height, width, (i, j) => worths[height - 1 - i][width - 1 - j]);
    const best = behind[height][width];
    if (!best)
      return null;
    const completes = (i, j, rest) => worths[i][j] > 0 && Math.abs(rest + worths[i][j] - best) < 1e-6;
    const indices = ours.map((_, j) => j);
    const begins = theirs.map((_, i) => indices.some(j => completes(i, j, behind[height - 1 - i][width - 1 - j])));
    const first = begins.lastIndexOf(true);
    const before = bestPairings(height - first, width, (i, j) => worths[first + i][j]);
    const last = theirs.findIndex((_, i) => i >= first && indices.some(j => completes(i, j, before[i - first][j])));
    return [first, last];
  }

  function foundPart(theirs, below) {
    const found = theirs.map(block => below.has(block.node));
    return found.includes(true) ? [found.indexOf(true), found.lastIndexOf(true)] : null;
  }

  const ofMarkdown = /^(P|UL|OL|DL|H[1-6]|TABLE|BLOCKQUOTE|PRE|HR|FIGURE)$/;
  const isPlain = block => ofMarkdown.test(block.node.nodeName) && !block.node.className;

  const ofTheme = /^(HEADER|FOOTER|NAV|ASIDE|FORM|BUTTON|SECTION|MAIN|ARTICLE)$/;

  /// How many blocks, seen from the content outwards, may have been ours when the page was made of another state of it.
  function plainRun(blocks) {
    let length = 0;
    for (const [i, block] of blocks.entries()) {
      if (isPlain(block))
        length = i + 1;
      else if (!block.isSilent || ofTheme.test(block.node.nodeName))
        break;
    }
    return length;
  }

  /// How many blocks without words (pictures, named places) stand next to the content both here and with us.
  function silentRun(theirs, ours) {
    const isSame = (their, our) => their && our.isSilent && their.isSilent && their.node.nodeName === our.node.nodeName;
    const end = ours.findIndex((our, i) => !isSame(theirs[i], our));
    return end < 0 ? ours.length : end;
  }

  /// The blocks of the holder that are our content, as [first, last]: those that are paired with ours, what of ours has no
  /// words at their ends, and, where the page was made of another state of our text, plain ones that may have been ours.
  function partOf(theirs, ours, below, isOlder) {
    const part = pairedPart(theirs, ours) || foundPart(theirs, below);
    if (!part)
      return null;
    let [first, last] = part;
    const spoken = ours.filter(our => !our.isSilent);
    const here = new Set(theirs.map(their => their.text));
    if (isOlder || !spoken.every(our => here.has(our.text))) {
      if (!spoken[0].isLike(theirs[first]))
        first -= plainRun(theirs.slice(0, first).reverse());
      last += plainRun(theirs.slice(last + 1));
    }
    first -= silentRun(theirs.slice(0, first).reverse(), ours.slice(0, ours.indexOf(spoken[0])).reverse());
    last += silentRun(theirs.slice(last + 1), ours.slice(ours.indexOf(spoken[spoken.length - 1]) + 1));
    return [first, last];
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
  /// when it is not found. `content` is what we would show for the text that is saved; `isOlder` when the page is known to
  /// be made of an older state of it. Takes out scripts too, and what stands in for them.
  vt.takeOutContent = function (page, content, isOlder) {
    for (const gone of page.querySelectorAll('script, noscript, template'))
      gone.remove();
    const ours = blocksIn(content);
    const runs = runsOf(wordsOf(content));
    const below = runsBelow(page.body, runs);
    if (!below.has(page.body) || below.get(page.body).size < runs.size / 2)
      return null;
    const holder = holderOf(page.body, below, ours);
    const theirs = blocksIn(holder);
    const part = partOf(theirs, ours, below, isOlder);
    if (!part)
      return null;
    const last = theirs[part[1]].node;
    const place = { parent: holder, behind: last.nextSibling };
    for (let node = theirs[part[0]].node; node !== place.behind;) {
      const next = node.nextSibling;
      node.remove();
      node = next;
    }
    return place;
  };
})();
