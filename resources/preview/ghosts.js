// Hidden entries stand in comments of the page; when the user wants to see them, each shows behind its comment.
(function () {
  'use strict';

  const vt = window.vt = window.vt || {};
  let ghosts = new Map(); // text of a comment -> [what it says as HTML, its number]

  const simplified = text => text.replace(/\s+/g, ' ').trim();

  function commentsIn(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
    const comments = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      comments.push(node);
    return comments;
  }

  function ghostFor(comment) {
    const [html, number] = ghosts.get(simplified(comment.data)) || [];
    if (!html || /^(TABLE|TBODY|THEAD|TR)$/.test(comment.parentNode.nodeName))
      return null;
    const ghost = document.createElement(/^(UL|OL)$/.test(comment.parentNode.nodeName) ? 'li' : 'div');
    const template = document.createElement('template');
    template.innerHTML = html;
    vt.settle(template.content);
    ghost.className = 'vt-ghost';
    ghost.dataset.vtGhost = number;
    ghost.append(template.content);
    vt.signs.add(ghost);
    return ghost;
  }

  /// Puts ghosts behind the comments below a node that have none.
  vt.raiseGhosts = function (root) {
    if (!ghosts.size)
      return;
    for (const comment of commentsIn(root)) {
      const ghost = ghostFor(comment);
      if (ghost)
        comment.after(ghost);
    }
  };

  /// All ghosts of the page, [[comment, HTML], …] in order; none takes them away.
  vt.setGhosts = function (list) {
    for (const old of document.querySelectorAll('.vt-ghost'))
      old.remove();
    ghosts = new Map(list.map(([comment, html], number) => [comment, [html, number]]));
    if (vt.region)
      vt.raiseGhosts(vt.region.parent);
    vt.selectGhost(vt.selectedGhost);
    vt.drawField();
  };

  /// Marks the ghost of the hidden entry that is selected; a negative number marks none.
  vt.selectGhost = function (number) {
    vt.selectedGhost = number;
    for (const ghost of document.querySelectorAll('[data-vt-ghost]'))
      ghost.classList.toggle('vt-selected', Number(ghost.dataset.vtGhost) === number);
  };
})();
