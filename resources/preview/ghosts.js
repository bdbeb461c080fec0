// Hidden entries stand in comments of the page; when the user wants to see them, each shows behind its comment, as what it
// would be there: items in a list, rows in a table.
(function () {
  'use strict';

  const vt = window.vt = window.vt || {};
  let hidden = new Map(); // text of a comment -> [[what it says as HTML, its number], …] in the order of the page
  let raised = []; // [comment, its ghosts]

  const simplified = text => text.replace(/\s+/g, ' ').trim();

  function commentsIn(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
    const comments = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      comments.push(node);
    return comments;
  }

  /// Items that a text consists of; none when it says something else too.
  function itemsOf(content) {
    const list = content.children.length === 1 && /^(UL|OL)$/.test(content.children[0].nodeName) ? content.children[0] : content;
    const items = Array.from(list.children);
    return items.every(item => item.nodeName === 'LI') ? items : [];
  }

  /// True when nothing of an item stands behind a comment in it.
  function endsItem(comment) {
    for (let node = comment.nextSibling; node; node = node.nextSibling) {
      const isSilent = node.nodeType === Node.COMMENT_NODE || (node.nodeType === Node.TEXT_NODE && !node.data.trim());
      if (!isSilent)
        return false;
    }
    return true;
  }

  function wrapped(name, content) {
    const element = document.createElement(name);
    element.append(content);
    return element;
  }

  /// The ghosts of a comment, and the node behind which they belong: [ghosts, node].
  function ghostsFor(comment, content) {
    const parent = comment.parentNode;
    if (/^(TABLE|TBODY|THEAD|TFOOT)$/.test(parent.nodeName))
      return [Array.from(content.querySelectorAll('tr')), comment];
    if (parent.nodeName === 'TR')
      return [Array.from(content.querySelectorAll('td, th')), comment];
    const items = itemsOf(content);
    if (/^(UL|OL)$/.test(parent.nodeName))
      return [items.length ? items : [wrapped('li', content)], comment];
    if (items.length && parent.nodeName === 'LI' && /^(UL|OL)$/.test(parent.parentNode.nodeName) && endsItem(comment))
      return [items, parent];
    return [[wrapped('div', content)], comment];
  }

  function raise(comment, html, number) {
    const content = vt.inert(html);
    vt.settle(content);
    const [ghosts, before] = ghostsFor(comment, content);
    let place = before;
    while (place.nextSibling && vt.signs.has(place.nextSibling) && place !== comment)
      place = place.nextSibling; // behind the ghosts of a comment before it in the same item
    for (const ghost of ghosts) {
      ghost.classList.add('vt-ghost');
      ghost.dataset.vtGhost = number;
      vt.signs.add(ghost);
    }
    place.after(...ghosts);
    raised.push([comment, ghosts]);
  }

  /// Takes ghosts away whose comments are gone, and raises those of comments that have none yet.
  vt.settleGhosts = function () {
    if (!hidden.size && !raised.length)
      return;
    for (const [comment, ghosts] of raised) {
      if (!comment.isConnected)
        ghosts.forEach(ghost => ghost.remove());
    }
    raised = raised.filter(([comment, ghosts]) => comment.isConnected && ghosts.every(ghost => ghost.isConnected));
    const done = new Set(raised.map(([comment]) => comment));
    const seen = new Map();
    for (const comment of vt.region && hidden.size ? commentsIn(vt.region.parent) : []) {
      const text = simplified(comment.data);
      const entries = hidden.get(text);
      if (!entries)
        continue;
      const [html, number] = entries[Math.min(seen.get(text) || 0, entries.length - 1)];
      seen.set(text, (seen.get(text) || 0) + 1);
      if (!done.has(comment))
        raise(comment, html, number);
    }
    vt.selectGhost(vt.selectedGhost);
  };

  /// All ghosts of the page, [[comment, HTML], …] in order; none takes them away.
  vt.setGhosts = function (list) {
    raised.forEach(([, ghosts]) => ghosts.forEach(ghost => ghost.remove()));
    raised = [];
    hidden = new Map();
    for (const [number, [comment, html]] of list.entries())
      hidden.set(comment, (hidden.get(comment) || []).concat([[html, number]]));
    vt.settleGhosts();
    vt.drawField();
  };

  /// Marks the ghost of the hidden entry that is selected; a negative number marks none.
  vt.selectGhost = function (number) {
    vt.selectedGhost = number;
    for (const ghost of document.querySelectorAll('[data-vt-ghost]'))
      ghost.classList.toggle('vt-selected', Number(ghost.dataset.vtGhost) === number);
  };
})();
