// A button that copies words of the page, where the browser can. Without it the words can be marked by hand.

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const words = document.getElementById(button.dataset.copy).innerText;
    const told = button.nextElementSibling;
    try {
      await navigator.clipboard.writeText(words.trim());
      told.textContent = button.dataset.copied;
    } catch {
      told.textContent = button.dataset.failed;
    }
  });
}
