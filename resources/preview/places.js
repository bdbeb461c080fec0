// Where a place of the text is on the page, the mark of the current entry and the frame of the current field.
(function () {
  'use strict';

  const vt = window.vt = window.vt || {};
  let frames = null; // around the field that is edited
  let shownField = null; // [block, mark, begin, end] of it
  let selected = []; // the elements that stand for the current entry

  /// What stands on the page but not in the text: signs for pictures that are not loaded.
  vt.signs = new WeakSet();

  /// The text nodes and formulas below a node with their lengths; a formula counts as the TeX it was made from.
  function pieces(node, list = []) {
    if (node.nodeType === Node.TEXT_NODE)
      list.push([node, node.length]);
    else if (vt.formulas.has(node))
      list.push([node, vt.formulas.get(node).length]);
    else if (!vt.signs.has(node))
      node.childNodes.forEach(child => pieces(child, list));
    return list;
  }

  function setEdge(range, piece, offset, isEnd) {
    if (piece.nodeType !== Node.TEXT_NODE)
      isEnd ? range.setEndAfter(piece) : range.setStartBefore(piece);
    else if (isEnd)
      range.setEnd(piece, offset);
    else
      range.setStart(piece, offset);
  }

  /// The stretch of the page that shows the UTF-16 units begin to end of an element's text; null when it has none.
  vt.stretch = function (root, begin, end) {
    const list = pieces(root);
    if (!list.length)
      return null;
    const range = document.createRange();
    let at = 0;
    let isOpen = false;
    for (const [piece, length] of list) {
      const isLast = piece === list[list.length - 1][0];
      if (!isOpen && (begin < at + length || isLast)) {
        setEdge(range, piece, Math.min(Math.max(begin - at, 0), length), false);
        isOpen = true;
      }
      if (isOpen && (end <= at + length || isLast)) {
        setEdge(range, piece, Math.min(Math.max(end - at, 0), length), true);
        return range;
      }
      at += length;
    }
    return null;
  };

  /// How many units of an element's text stand before a place.
  vt.offsetIn = function (root, node, offset) {
    let count = 0;
    for (const [piece, length] of pieces(root)) {
      if (piece === node)
        return count + offset;
      if (piece.contains(node))
        return count;
      if (piece.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING)
        return count;
      count += length;
    }
    return count;
  };

  vt.drawField = function () {
    if (frames)
      frames.remove();
    frames = null;
    const root = shownField && vt.element(shownField[0], shownField[1]);
    const range = root && vt.stretch(root, shownField[2], shownField[3]);
    const rects = range ? Array.from(range.getClientRects()) : [];
    if (!rects.length)
      return;
    frames = document.createElement('div');
    for (const rect of rects) {
      const frame = document.createElement('div');
      frame.className = 'vt-field';
      frame.style.left = rect.left + window.scrollX - 2 + 'px';
      frame.style.top = rect.top + window.scrollY - 1 + 'px';
      frame.style.width = rect.width + 4 + 'px';
      frame.style.height = rect.height + 2 + 'px';
      frames.append(frame);
    }
    // Beside the body, which belongs to the site.
    document.documentElement.append(frames);
  };

  /// Brings a rectangle into sight, but leaves the page alone when all of it, or all that fits, is in sight already.
  function reveal(rect) {
    const bar = Array.from(document.querySelectorAll('.masthead, header, nav')).find(isStuck);
    const top = bar ? bar.getBoundingClientRect().bottom : 0;
    const room = window.innerHeight - top;
    const whole = rect.top >= top && rect.bottom <= window.innerHeight;
    const filled = rect.height > room && rect.top <= top && rect.bottom >= window.innerHeight;
    if (whole || filled)
      return;
    window.scrollTo(0, window.scrollY + rect.top - Math.max(top + 16, (window.innerHeight - rect.height) / 3));
  }

  /// A bar that stays at the top while the page is scrolled.
  function isStuck(bar) {
    const style = getComputedStyle(bar);
    return (style.position === 'sticky' || style.position === 'fixed') && bar.offsetWidth > window.innerWidth / 2
      && bar.offsetHeight < window.innerHeight / 3;
  }

  /// Marks the elements ([block, mark], …) that stand for the current entry.
  vt.select = function (marks, scroll) {
    vt.selected = marks;
    for (const old of selected)
      old.classList.remove('vt-selected');
    const targets = selected = marks.map(mark => vt.element(...mark)).filter(Boolean);
    for (const target of targets)
      target.classList.add('vt-selected');
    vt.selectGhost(vt.selectedGhost);
    if (scroll && targets.length)
      reveal(targets[0].getBoundingClientRect());
  };

  /// Frames a field and brings it into sight; a negative block takes the frame away.
  vt.showField = function (block, mark, begin, end) {
    const next = block < 0 ? null : [block, mark, begin, end];
    const isNew = String(next) !== String(shownField);
    shownField = next;
    vt.drawField();
    const rect = isNew && frames && frames.firstChild.getBoundingClientRect();
    if (rect)
      reveal(rect);
  };

  vt.scrollTo = function (block, mark) {
    const target = vt.element(block, mark);
    if (target)
      reveal(target.getBoundingClientRect());
  };
})();
