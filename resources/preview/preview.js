// The preview page's own script: the blocks of the content, and what the user does on the page. It runs in a world of its
// own; scripts of the content never run.
(function () {
  'use strict';

  const vt = window.vt;
  const blocks = new Map(); // id of a block -> the comment before its nodes
  const heads = new WeakSet(); // those comments
  const items = new Map(); // id of an item of a list -> its element
  vt.mathAsked = false;

  // ---- blocks: their nodes stand in the shell's own element without a wrapper, so that the site's styles fit

  /// The node behind the last one of a block, or of the content.
  function behind(head) {
    let node = head.nextSibling;
    while (node !== vt.region.end && !heads.has(node))
      node = node.nextSibling;
    return node;
  }

  function nodesOf(id) {
    const nodes = [];
    const head = blocks.get(id);
    for (let node = head && head.nextSibling; node && node !== vt.region.end && !heads.has(node); node = node.nextSibling)
      nodes.push(node);
    return nodes;
  }

  /// A picture that is there already keeps its element, so that it does not flash while its neighbour is typed.
  function keepImages(fresh, old) {
    const known = new Map();
    for (const node of old) {
      for (const image of node.querySelectorAll ? [node, ...node.querySelectorAll('img')] : [])
        known.set(image.outerHTML, image);
    }
    for (const image of fresh.querySelectorAll('img')) {
      const same = known.get(image.outerHTML);
      if (same && known.delete(image.outerHTML))
        image.replaceWith(same);
    }
  }

  function setFormulas(root) {
    if (!vt.mightHaveFormulas(root))
      return;
    if (window.katex) {
      vt.setFormulas(root);
    } else if (!vt.mathAsked && vt.host) {
      vt.mathAsked = true;
      vt.host.askForMath();
    }
  }

  function freshFrom(html, id, old) {
    const template = document.createElement('template');
    template.innerHTML = html;
    const fresh = template.content;
    vt.settle(fresh);
    setFormulas(fresh);
    for (const element of fresh.children)
      element.dataset.vtBlock = id;
    if (old.length)
      keepImages(fresh, old);
    return fresh;
  }

  const listOf = id => nodesOf(id).find(node => node.nodeType === Node.ELEMENT_NODE);

  function forgetItems(lists) {
    for (const [id, item] of items) {
      if (lists.includes(item.parentNode))
        items.delete(id);
    }
  }

  function nameItems(id, names) {
    const list = listOf(id);
    names.forEach((name, i) => {
      items.set(name, list.children[i]);
      list.children[i].dataset.vtBlock = name;
    });
  }

  function fill(id, html, names) {
    const old = nodesOf(id);
    const fresh = freshFrom(html, id, old);
    forgetItems(old);
    old.forEach(node => node.remove());
    blocks.get(id).after(fresh);
    nameItems(id, names || []);
  }

  function makeItem(id, html, old) {
    const item = freshFrom(html, id, old).firstElementChild;
    items.set(id, item);
    return item;
  }

  const operations = {
    set: (id, html, names) => { if (blocks.has(id)) fill(id, html, names); },
    insert: (after, id, html, names) => {
      const head = document.createComment('block');
      const place = blocks.has(after) ? behind(blocks.get(after)) : vt.region.start.nextSibling;
      heads.add(head);
      blocks.set(id, head);
      vt.region.parent.insertBefore(head, place);
      fill(id, html, names);
    },
    setItem: (id, html) => {
      const old = items.get(id);
      old.replaceWith(makeItem(id, html, [old]));
    },
    insertItem: (list, after, id, html) => {
      const place = items.has(after) ? items.get(after).nextSibling : listOf(list).firstChild;
      listOf(list).insertBefore(makeItem(id, html, []), place);
    },
    remove: id => {
      const nodes = items.has(id) ? [items.get(id)] : nodesOf(id);
      forgetItems(nodes);
      nodes.concat(blocks.get(id) || []).forEach(node => node.remove());
      blocks.delete(id);
      items.delete(id);
    },
  };

  /// The element that is mark `mark` of a block, or what is next to it.
  vt.element = function (block, mark) {
    const nodes = items.has(block) ? [items.get(block)] : nodesOf(block);
    const elements = nodes.filter(node => node.nodeType === Node.ELEMENT_NODE);
    const wanted = '[data-n="' + mark + '"]';
    for (const element of elements) {
      const found = element.matches(wanted) ? element : element.querySelector(wanted);
      if (found)
        return found;
    }
    return elements[0];
  };

  /// Applies operations on blocks (see PreviewPatch), then marks the entry and the field as select and showField do; a
  /// whole patch makes the content anew.
  vt.patch = function (patch, selected, field) {
    if (patch.whole) {
      blocks.clear();
      items.clear();
      while (vt.region.start.nextSibling !== vt.region.end)
        vt.region.start.nextSibling.remove();
    }
    for (const [name, ...rest] of patch.operations)
      operations[name](...rest);
    vt.settleDark();
    vt.settleGhosts();
    vt.select(...selected);
    vt.showField(...field);
    vt.tellRemote();
    return true;
  };

  vt.addSheet = function (address) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    document.head.prepend(link);
  };

  /// KaTeX has come: sets the formulas of what is shown.
  vt.mathCame = function () {
    for (const id of blocks.keys()) {
      nodesOf(id).filter(node => node.nodeType === Node.ELEMENT_NODE && vt.mightHaveFormulas(node)).forEach(vt.setFormulas);
    }
    vt.drawField();
  };

  vt.setRemoteAllowed = function (allowed) { vt.remoteAllowed = allowed; };

  // ---- what the user does

  /// The place on this page that a link leads to; null when it leads elsewhere.
  function placeOf(link) {
    if (link.protocol !== location.protocol || !link.hash)
      return null;
    const name = decodeURIComponent(link.hash.slice(1));
    return document.getElementById(name) || document.getElementsByName(name)[0] || null;
  }

  function tellPlace(event, top) {
    const inner = event.target.closest('[data-n]');
    const marked = inner && top.contains(inner) ? inner : top.matches('[data-n]') ? top : top.querySelector('[data-n]');
    const caret = document.caretRangeFromPoint(event.clientX, event.clientY);
    const inside = marked && caret && marked.contains(caret.startContainer);
    vt.host.clicked(Number(top.dataset.vtBlock), marked ? Number(marked.dataset.n) : 0,
      inside ? vt.offsetIn(marked, caret.startContainer, caret.startOffset) : 0);
  }

  document.addEventListener('click', event => {
    event.preventDefault();
    const target = event.target.closest ? event.target : event.target.parentElement;
    const link = target.closest('a[href]');
    const top = target.closest('[data-vt-block]');
    if (link && (event.ctrlKey || event.metaKey))
      vt.host.followLink(link.href);
    else if (target.closest('[data-vt-ghost]'))
      vt.host.ghostClicked(Number(target.closest('[data-vt-ghost]').dataset.vtGhost));
    else if (link && !top && placeOf(link))
      placeOf(link).scrollIntoView();
    else if (top)
      tellPlace(event, top);
    else
      vt.pressed(target);
  }, true);

  // Nothing on the page may be submitted, dragged or opened by itself.
  for (const name of ['submit', 'auxclick', 'dragstart', 'drop', 'dragover'])
    document.addEventListener(name, event => event.preventDefault(), true);

  window.addEventListener('resize', vt.drawField);
  document.fonts.addEventListener('loadingdone', vt.drawField);

  new QWebChannel(qt.webChannelTransport, channel => {
    vt.host = channel.objects.host;
    vt.host.ready();
  });
  window.vitrine = vt;
})();
