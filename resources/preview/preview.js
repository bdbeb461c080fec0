// The preview page's own script. It runs in a world of its own; scripts of the content never run.
(function () {
  'use strict';

  const blocks = new Map(); // id of a block -> its wrapper
  let host = null; // the program's side, see PreviewHost
  let remoteAllowed = false;
  let field = null; // the frame around the field that is edited
  let shownField = null; // [block, mark, begin, end] of it

  const content = () => document.getElementById('vt-content');
  const isRemote = address => /^(https?:)?\/\//i.test(address);

  /// Pictures from the network: fetched by the program when the owner allowed it, a small sign otherwise.
  function settleImage(image) {
    const address = image.getAttribute('src') || '';
    image.removeAttribute('srcset');
    if (!isRemote(address))
      return;
    if (remoteAllowed) {
      image.setAttribute('src', '/-/remote?' + encodeURIComponent(address.replace(/^\/\//, 'https://')));
      return;
    }
    const sign = document.createElement('span');
    sign.className = 'vt-not-loaded';
    sign.textContent = image.getAttribute('alt') || '▧';
    sign.title = address;
    sign.dataset.remote = address;
    image.replaceWith(sign);
  }

  /// A picture that is there already keeps its element, so that it does not flash while its neighbour is typed.
  function keepImages(fresh, old) {
    const byAddress = new Map();
    for (const image of old.querySelectorAll('img'))
      byAddress.set(image.outerHTML, image);
    for (const image of fresh.querySelectorAll('img')) {
      const same = byAddress.get(image.outerHTML);
      if (same) {
        byAddress.delete(image.outerHTML);
        image.replaceWith(same);
      }
    }
  }

  function fill(wrapper, html) {
    const template = document.createElement('template');
    template.innerHTML = html;
    for (const image of template.content.querySelectorAll('img'))
      settleImage(image);
    keepImages(template.content, wrapper);
    wrapper.replaceChildren(template.content);
  }

  function makeBlock(id, html) {
    const wrapper = document.createElement('div');
    wrapper.className = 'vt-block';
    wrapper.style.display = 'contents';
    wrapper.dataset.block = id;
    fill(wrapper, html);
    blocks.set(id, wrapper);
    return wrapper;
  }

  const operations = {
    set: (id, html) => { if (blocks.has(id)) fill(blocks.get(id), html); },
    insert: (after, id, html) => {
      const place = blocks.has(after) ? blocks.get(after).nextSibling : content().firstChild;
      content().insertBefore(makeBlock(id, html), place);
    },
    remove: id => { if (blocks.has(id)) { blocks.get(id).remove(); blocks.delete(id); } },
  };

  function element(block, mark) {
    const wrapper = blocks.get(block);
    return wrapper && (wrapper.querySelector('[data-n="' + mark + '"]') || wrapper.firstElementChild);
  }

  function tellRemote() {
    const hosts = new Map();
    for (const sign of document.querySelectorAll('[data-remote]')) {
      const name = sign.dataset.remote.replace(/^(https?:)?\/\//i, '').split(/[/?#]/)[0];
      hosts.set(name, (hosts.get(name) || 0) + 1);
    }
    if (host)
      host.remotePictures(JSON.stringify(Array.from(hosts)));
  }

  // ---- where a place is

  /// The node and offset of the nth UTF-16 unit of what an element shows.
  function placeIn(root, offset) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let last = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (offset <= node.length)
        return [node, offset];
      offset -= node.length;
      last = node;
    }
    return last ? [last, last.length] : null;
  }

  function offsetIn(root, node, offset) {
    const range = document.createRange();
    range.setStart(root, 0);
    range.setEnd(node, offset);
    return range.toString().length;
  }

  function rectsOf(block, mark, begin, end) {
    const root = element(block, mark);
    const from = root && placeIn(root, begin);
    const to = root && placeIn(root, end);
    if (!from || !to)
      return [];
    const range = document.createRange();
    range.setStart(from[0], from[1]);
    range.setEnd(to[0], to[1]);
    return Array.from(range.getClientRects());
  }

  function drawField() {
    if (field)
      field.remove();
    field = null;
    const rects = shownField ? rectsOf(...shownField) : [];
    if (!rects.length)
      return;
    field = document.createElement('div');
    for (const rect of rects) {
      const frame = document.createElement('div');
      frame.className = 'vt-field';
      frame.style.left = rect.left + window.scrollX - 2 + 'px';
      frame.style.top = rect.top + window.scrollY - 1 + 'px';
      frame.style.width = rect.width + 4 + 'px';
      frame.style.height = rect.height + 2 + 'px';
      field.append(frame);
    }
    document.body.append(field);
  }

  /// Brings something into sight, but leaves the page alone when all of it, or all that fits, is in sight already.
  function reveal(target) {
    const rect = target.getBoundingClientRect();
    const top = (document.querySelector('.vt-acadhomepage .masthead') || { offsetHeight: 0 }).offsetHeight;
    const room = window.innerHeight - top;
    const whole = rect.top >= top && rect.bottom <= window.innerHeight;
    const filled = rect.height > room && rect.top <= top && rect.bottom >= window.innerHeight;
    if (whole || filled)
      return;
    window.scrollTo(0, window.scrollY + rect.top - Math.max(top + 16, (window.innerHeight - rect.height) / 3));
  }

  // ---- what the program calls

  window.vitrine = {
    /// Applies operations on blocks (see PreviewPatch); a whole patch makes the content anew.
    patch(patch) {
      if (patch.whole) {
        blocks.clear();
        content().replaceChildren();
      }
      for (const [name, ...rest] of patch.operations)
        operations[name](...rest);
      this.select(this.selected || [], false);
      drawField();
      tellRemote();
      return true;
    },
    setBody(html, title) {
      const kept = content() ? Array.from(content().childNodes) : [];
      document.getElementById('vt-body').innerHTML = html;
      for (const image of document.querySelectorAll('#vt-body img'))
        settleImage(image);
      content().replaceChildren(...kept);
      document.title = title;
      tellRemote();
    },
    setStyle(css) {
      document.getElementById('vt-theme').textContent = css;
      drawField();
    },
    setDark(dark) { document.documentElement.classList.toggle('vt-dark', dark); },
    setRemoteAllowed(allowed) { remoteAllowed = allowed; },
    /// Marks the elements ([block, mark], …) that stand for the current entry.
    select(marks, scroll) {
      this.selected = marks;
      for (const old of document.querySelectorAll('.vt-selected'))
        old.classList.remove('vt-selected');
      const targets = marks.map(mark => element(...mark)).filter(Boolean);
      for (const target of targets)
        target.classList.add('vt-selected');
      if (scroll && targets.length)
        reveal(targets[0]);
    },
    showField(block, mark, begin, end) {
      shownField = block < 0 ? null : [block, mark, begin, end];
      drawField();
    },
    scrollTo(block, mark) {
      const target = element(block, mark);
      if (target)
        reveal(target);
    },
  };

  // ---- what the user does

  function linkOf(event) {
    return event.target.closest ? event.target.closest('a[href]') : null;
  }

  document.addEventListener('click', event => {
    const link = linkOf(event);
    event.preventDefault();
    if (link && (event.ctrlKey || event.metaKey)) {
      host.followLink(link.href);
      return;
    }
    const here = link && new URL(link.href).hash && link.host === location.host ? link.hash.slice(1) : '';
    if (here && !link.closest('#vt-content')) {
      const target = document.getElementById(decodeURIComponent(here));
      if (target)
        target.scrollIntoView();
      return;
    }
    const wrapper = event.target.closest('.vt-block');
    if (!wrapper)
      return;
    const marked = event.target.closest('[data-n]') || wrapper.querySelector('[data-n]');
    const caret = document.caretRangeFromPoint(event.clientX, event.clientY);
    const inside = marked && caret && marked.contains(caret.startContainer);
    host.clicked(Number(wrapper.dataset.block), marked ? Number(marked.dataset.n) : 0,
      inside ? offsetIn(marked, caret.startContainer, caret.startOffset) : 0);
  }, true);

  /// A picture whose file is missing: a framed blank with its path; the author's as a round one with the initials.
  function blankFor(image) {
    const sign = document.createElement('span');
    const address = image.getAttribute('src') || '';
    sign.title = address;
    if (image.classList.contains('author__avatar')) {
      const name = (document.querySelector('.author__name') || { textContent: '' }).textContent;
      sign.className = 'vt-initials';
      sign.textContent = name.split(/[\s(（]+/).filter(Boolean).slice(0, 2).map(word => Array.from(word)[0]).join('');
    } else {
      sign.className = 'vt-missing';
      sign.textContent = address;
    }
    return sign;
  }

  document.addEventListener('error', event => {
    if (event.target.tagName === 'IMG')
      event.target.replaceWith(blankFor(event.target));
  }, true);

  // Nothing on the page may be submitted, dragged or opened by itself.
  for (const name of ['submit', 'auxclick', 'dragstart', 'drop', 'dragover'])
    document.addEventListener(name, event => event.preventDefault(), true);

  window.addEventListener('resize', drawField);

  new QWebChannel(qt.webChannelTransport, channel => {
    host = channel.objects.host;
    host.ready();
  });
})();
