// On paper the picture is an SVG of what the canvas shows, black on white whatever the theme.
const paper = (() => {
  let theme = "";

  function before() {
    theme = document.documentElement.dataset.theme;
    document.documentElement.dataset.theme = "light";
    canvas.repaint();
    const picture = drawing.svg();
    picture.setAttribute("id", "paper");
    picture.removeAttribute("width");
    picture.removeAttribute("height");
    dom.find("canvas-box").append(picture);
  }

  function after() {
    const picture = dom.find("paper");
    if (picture) picture.remove();
    document.documentElement.dataset.theme = theme;
    canvas.repaint();
  }

  function create() {
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
  }

  return { create };
})();
