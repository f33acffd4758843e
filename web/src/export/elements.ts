const painted = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor'];

/** A drawing of the page as it is seen, with its style in itself. */
export function svgOfElement(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [width, height] = [drawing.viewBox.baseVal.width || drawing.clientWidth, drawing.viewBox.baseVal.height || drawing.clientHeight];
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  paint(drawing, copy);
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.documentElement).getPropertyValue('--panel').trim());
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}

function paint(seen: Element, copy: Element): void {
  const style = getComputedStyle(seen);
  for (const property of painted) copy.setAttribute(property, style.getPropertyValue(property));
  copy.removeAttribute('class');
  Array.from(seen.children).forEach((child, at) => {
    const twin = copy.children[at];
    if (twin) paint(child, twin);
  });
}
