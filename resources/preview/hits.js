// Marks what a search found.
(function () {
  'use strict';

  const vt = window.vt;
  let marks = null;
  let hits = []; // [block, mark, begin, end, isCurrent]

  function drawHits() {
    if (marks)
      marks.remove();
    marks = null;
    if (!hits.length)
      return;
    marks = document.createElement('div');
    for (const [block, mark, begin, end, isCurrent] of hits) {
      const root = vt.element(block, mark);
      const range = root && vt.stretch(root, begin, end);
      for (const rect of range ? range.getClientRects() : []) {
        const sign = document.createElement('div');
        sign.className = isCurrent ? 'vt-hit vt-current' : 'vt-hit';
        sign.style.left = rect.left + window.scrollX - 1 + 'px';
        sign.style.top = rect.top + window.scrollY + 'px';
        sign.style.width = rect.width + 2 + 'px';
        sign.style.height = rect.height + 'px';
        marks.append(sign);
      }
    }
    document.documentElement.append(marks);
  }

  // Whatever moves the frame of the field moves these.
  const drawField = vt.drawField;
  vt.drawField = function () {
    drawField();
    drawHits();
  };

  vt.showHits = function (places) {
    hits = places;
    drawHits();
  };
})();
