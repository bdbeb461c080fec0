// The page as one file: what the preview shows, with everything in it that the owner wrote, and nothing of ours.
(function () {
  'use strict';

  const vt = window.vt;
  const addressed = {
    src: 'img, video, audio, source, track, input[type="image" i]',
    poster: 'video',
    background: 'body, table, td, th',
    href: 'link[rel~="stylesheet" i], link[rel~="icon" i], image',
    'xlink:href': 'image',
  };
  const inCss = /(url\(\s*["']?|@import\s+["'])([^"')\s]+)/gi;

  /// Gives the files of the site that a page names their marks, which the program replaces by what is in them.
  class FileMarks {
    constructor(site, mark) {
      this.site = site; // the address of the page on the web
      this.mark = mark;
      this.files = []; // [path below the site, address on the web]
      this.known = new Map();
    }

    /// The mark of a file; what is elsewhere stays as it was written.
    of(written) {
      const text = written.trim();
      if (text.startsWith('//'))
        return 'https:' + text;
      const url = this.urlOf(text);
      return url ? this.named(url) : written;
    }

    /// An address of this site; null for one of another.
    urlOf(text) {
      if (!text || text.startsWith('#'))
        return null;
      try {
        const url = new URL(text, this.site);
        return url.host === this.site.host && /^https?:$/.test(url.protocol) ? url : null;
      } catch (error) {
        return null;
      }
    }

    named(url) {
      if (!this.known.has(url.pathname)) {
        this.known.set(url.pathname, this.mark + this.files.length + ';');
        this.files.push([url.pathname, url.href]);
      }
      return this.known.get(url.pathname);
    }

    inStyle(css) { return css.replace(inCss, (all, before, address) => before + this.of(address)); }
  }

  function markFiles(page, marks) {
    for (const [name, selector] of Object.entries(addressed)) {
      for (const element of page.querySelectorAll(selector)) {
        if (element.hasAttribute(name))
          element.setAttribute(name, marks.of(element.getAttribute(name)));
      }
    }
    // A picture that has several sizes on the site is shown from its one address.
    for (const element of page.querySelectorAll('img[srcset], picture > source')) {
      const isRemote = (element.getAttribute('srcset') || '').split(',').every(each => vt.isRemote(each));
      if (!isRemote)
        element.tagName === 'IMG' ? element.removeAttribute('srcset') : element.remove();
    }
    for (const style of page.querySelectorAll('style'))
      style.textContent = marks.inStyle(style.textContent);
    for (const element of page.querySelectorAll('[style]'))
      element.setAttribute('style', marks.inStyle(element.getAttribute('style')));
  }

  /// Links to other pages of the site lead to where it is published; places on this page stay what they are.
  function completeLinks(page, site) {
    for (const link of page.querySelectorAll('a[href], area[href]')) {
      const written = link.getAttribute('href').trim();
      if (!written || written.startsWith('#'))
        continue;
      try {
        const url = new URL(written, site);
        if (url.host === site.host)
          link.setAttribute('href', url.pathname === site.pathname && url.hash ? url.hash : url.href);
      } catch (error) {
        // no address at all: as it was written
      }
    }
  }

  /// Formulas are drawn and menus are open, so no script is needed; none of a stranger's page may run in the browser.
  function dropScripts(page) {
    for (const gone of page.querySelectorAll('script, base, meta[http-equiv], link[rel~="preload" i], link[rel~="modulepreload" i]'))
      gone.remove();
    for (const element of page.querySelectorAll('*')) {
      for (const attribute of Array.from(element.attributes).filter(each => each.name.startsWith('on')))
        element.removeAttribute(attribute.name);
    }
    page.head.insertAdjacentHTML('afterbegin',
      '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'; base-uri \'none\'">');
  }

  /// Puts the content into the site's own page, or, where that has no place for it, into the built-in one.
  function filled(request, content) {
    const parse = html => new DOMParser().parseFromString(html, 'text/html');
    const own = request.own ? parse(request.own) : null;
    const place = own && vt.takeOutContent(own, vt.inert(request.saved), request.isOlder);
    if (place) {
      place.parent.insertBefore(content, place.behind);
      own.head.insertAdjacentHTML('beforeend', '<style>' + request.ownStyle + '</style>');
      return own;
    }
    const page = parse(request.builtIn);
    page.getElementById('vt-content').replaceChildren(content);
    return page;
  }

  /// A request says: `content`, our HTML; `own`, the site's page, or nothing; `saved` and `isOlder` as takeOutContent takes
  /// them; `ownStyle`, what our content needs in it; `builtIn`, a page with an empty `vt-content`; `address` of the page, and
  /// whether it `isPublished` there; `mark`, which no page contains; `mathStyle`, the style of formulas, put in where there
  /// are some. The answer is [HTML, files].
  vt.exported = function (request) {
    const content = vt.inert(request.content);
    const hasFormulas = Boolean(window.katex) && vt.mightHaveFormulas(content);
    if (hasFormulas)
      vt.setFormulas(content);
    const page = filled(request, content);
    dropScripts(page);
    const marks = new FileMarks(new URL(request.address), request.mark);
    markFiles(page, marks);
    if (request.isPublished)
      completeLinks(page, marks.site);
    if (hasFormulas)
      page.head.insertAdjacentHTML('beforeend', '<style>' + request.mathStyle + '</style>');
    if (!page.querySelector('meta[charset]'))
      page.head.insertAdjacentHTML('afterbegin', '<meta charset="utf-8">');
    return ['<!DOCTYPE html>\n' + page.documentElement.outerHTML + '\n', marks.files];
  };

  // ---- paper

  /// True when everything that the page shows has come; `mathComes` when formulas can be drawn here.
  vt.isSettled = function (mathComes) {
    const images = Array.from(document.images);
    images.forEach(image => { image.loading = 'eager'; });
    const waitsForMath = mathComes && vt.mathAsked && !window.katex;
    const sheets = Array.from(document.querySelectorAll('link[rel~="stylesheet" i][href]'));
    return !waitsForMath && images.every(image => image.complete) && sheets.every(link => link.sheet)
      && document.fonts.status === 'loaded';
  };
})();
