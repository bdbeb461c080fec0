// What a page wants from elsewhere: pictures and styles of other servers. The program fetches them when the owner
// allowed it; until then a picture is a shape with its alternative text. Nothing else of other servers is ever shown.
(function () {
  'use strict';

  const vt = window.vt = window.vt || {};
  const neverShown = 'script, iframe, frame, frameset, fencedframe, object, embed, applet, portal, base, meta, noscript, template, '
    + 'link:not([rel~="stylesheet" i])';
  const inCss = /(url\(\s*["']?|@import\s+["'])((?:https?:)?\/\/[^"')\s]+)/gi;

  vt.remoteAllowed = false;
  /// True for what the browser would ask another server for, however it is written (`https:a.example`, `/\\a.example`).
  vt.isRemote = function (address) {
    try {
      return /^(https?|ftp):$/.test(new URL(address, 'https://site.invalid/').protocol)
        && new URL(address, 'https://site.invalid/').host !== 'site.invalid';
    } catch (error) {
      return false;
    }
  };
  vt.fetched = address => '/-/remote?' + encodeURIComponent(complete(address));

  const complete = address => new URL(address, 'https://site.invalid/').href;

  function noteRemote(element, address) { element.dataset.vtRemote = complete(address); }

  /// A length of a picture's attributes or style: "120" is in pixels.
  function lengthOf(image, name) {
    const written = image.style[name] || image.getAttribute(name) || '';
    return /^\d+(\.\d+)?$/.test(written) ? written + 'px' : /^\d+(\.\d+)?(px|%|em|rem|vw)$/.test(written) ? written : '';
  }

  function shapeFor(image, address) {
    const sign = document.createElement('span');
    sign.className = image.className;
    sign.classList.add('vt-not-loaded');
    sign.textContent = image.getAttribute('alt') || '▧';
    sign.title = address;
    sign.style.width = lengthOf(image, 'width');
    sign.style.height = lengthOf(image, 'height');
    if (sign.style.width && !sign.style.height && sign.style.width !== 'auto')
      sign.style.aspectRatio = '3 / 2';
    noteRemote(sign, address);
    vt.signs.add(sign);
    return sign;
  }

  function settleImage(image) {
    const address = image.getAttribute('src') || '';
    image.removeAttribute('srcset');
    if (!vt.isRemote(address))
      return;
    if (vt.remoteAllowed)
      image.setAttribute('src', vt.fetched(address));
    else
      image.replaceWith(shapeFor(image, address));
  }

  function settleSheet(link) {
    const address = link.getAttribute('href') || '';
    if (link.rel !== 'stylesheet')
      link.rel = 'stylesheet'; // what else it may be (preconnect, icon) asks servers by itself
    if (!vt.isRemote(address))
      return;
    if (vt.remoteAllowed) {
      link.setAttribute('href', vt.fetched(address));
    } else {
      link.removeAttribute('href');
      noteRemote(link, address);
    }
  }

  /// Addresses of other servers in a style become requests to the program, or nothing.
  function settleCss(element, css) {
    const addresses = Array.from(css.matchAll(inCss), match => match[2]);
    if (addresses.length && !vt.remoteAllowed)
      noteRemote(element, addresses[0]);
    return css.replace(inCss, (all, before, address) => before + (vt.remoteAllowed ? vt.fetched(address) : ''));
  }

  /// Takes what must not be shown out of a tree that is not on the page yet, and settles what comes from elsewhere.
  vt.settle = function (root) {
    for (const element of root.querySelectorAll(neverShown))
      element.remove();
    for (const element of root.querySelectorAll('source[srcset]'))
      element.removeAttribute('srcset');
    for (const element of root.querySelectorAll('[autofocus]'))
      element.removeAttribute('autofocus');
    root.querySelectorAll('link').forEach(settleSheet);
    for (const style of root.querySelectorAll('style'))
      style.textContent = settleCss(style, style.textContent);
    for (const element of root.querySelectorAll('[style]'))
      element.setAttribute('style', settleCss(element, element.getAttribute('style')));
    root.querySelectorAll('img').forEach(settleImage);
  };

  /// Tells the program what is left out: [[host, count], …].
  vt.tellRemote = function () {
    const hosts = new Map();
    for (const element of document.querySelectorAll('[data-vt-remote]')) {
      const name = element.dataset.vtRemote.replace(/^(https?:)?\/\//i, '').split(/[/?#]/)[0];
      hosts.set(name, (hosts.get(name) || 0) + 1);
    }
    if (vt.host)
      vt.host.remotePictures(JSON.stringify(Array.from(hosts)));
  };

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
      sign.textContent = address.startsWith('/-/remote?') ? image.getAttribute('alt') || '▧' : address;
    }
    vt.signs.add(sign);
    return sign;
  }

  document.addEventListener('error', event => {
    if (event.target.tagName === 'IMG')
      event.target.replaceWith(blankFor(event.target));
  }, true);
})();
