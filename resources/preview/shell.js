// What stands around the content: a built-in theme's skeleton, or the page of the site itself.
(function () {
  'use strict';

  const vt = window.vt = window.vt || {};

  /// The place of the content: between two comments of ours in an element of the shell.
  vt.region = null;

  /// Takes the blocks out of the old shell; puts them between `start` and `end` of a new one.
  function blocksOf(region) {
    const kept = document.createDocumentFragment();
    while (region && region.start.nextSibling !== region.end)
      kept.append(region.start.nextSibling);
    return kept;
  }

  function openRegion(parent, before) {
    const region = {
      start: document.createComment('content'),
      end: document.createComment('/content'),
      get parent() { return this.start.parentNode; }, // another one after the nodes of a body have moved into the page's
    };
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
    vt.beginDark();
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
    const body = vt.inert(html);
    vt.settle(body);
    takeOutSheets();
    copyAttributes(null, document.documentElement);
    copyAttributes(null, document.body);
    vt.isOwnShell = false;
    const parent = body.getElementById('vt-content');
    parent.replaceChildren();
    install(body, openRegion(parent, null), title);
  };

  vt.setStyle = function (css) {
    document.getElementById('vt-theme').textContent = css;
    vt.drawField();
  };

  /// Makes the site's own page the shell. `address` is where it is published; `contentHtml` and `isOlder` are as
  /// takeOutContent takes them. False when the part with the content is not found: then the built-in body stands in.
  vt.setOwnShell = function (html, address, contentHtml, isOlder, builtInBody, title) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const part = vt.takeOutContent(page, vt.inert(contentHtml), isOlder);
    if (!part) {
      vt.setBody(builtInBody, title);
      return false;
    }
    vt.resolveAddresses(page, address);
    const region = openRegion(part.parent, part.behind);
    vt.noteStandby(page);
    vt.settle(page);
    takeOutSheets();
    vt.isOwnShell = true;
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

  window.addEventListener('resize', () => vt.fitMenu());
})();
