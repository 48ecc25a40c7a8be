/* What a page can do a little better with a script. Every page works without it.
   form[data-autosave=URL]  posts itself there when changed; says when it was saved
   [data-confirm=words]     asks before the form is sent or the link followed
   textarea[maxlength]      counts characters
   table[data-keys]         j k move, x picks, Enter opens the row's first link
   [data-pick-all=name]     picks all boxes of that name; [data-picked=name] says how many
   [data-print]             prints the page; [data-elder] switches the look without losing what was typed
*/
"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const clock = () => new Date().toTimeString().slice(0, 5);

function autosave(form) {
  const said = form.querySelector("[data-saved]") || form.appendChild(document.createElement("p"));
  said.className = "saved";
  said.setAttribute("role", "status");
  let timer, asked = false, busy = false;
  const later = () => {
    asked = true;
    clearTimeout(timer);
    timer = setTimeout(save, Number(form.dataset.every || 3000));
  };
  async function save() {
    if (busy || !asked) return;
    busy = true;
    asked = false;
    try {
      const body = new FormData(form);
      [...body].forEach(([name, value]) => { if (value instanceof File) body.delete(name); });
      const answer = await fetch(form.dataset.autosave, { method: "POST", body, headers: { "X-Autosave": "1" } });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      said.textContent = `已自动保存 ${clock()}`;
    } catch {
      said.textContent = `${clock()} 未能自动保存，内容还在本页，请稍后点保存`;
    }
    busy = false;
    if (asked) later();
  }
  form.addEventListener("input", later);
  form.addEventListener("submit", () => { asked = false; clearTimeout(timer); });
}

function counter(area) {
  const line = document.createElement("p");
  line.className = "counter";
  const limit = area.maxLength;
  const tell = () => { line.textContent = `${area.value.length} / ${limit} 字`; };
  area.after(line);
  area.addEventListener("input", tell);
  tell();
}

function ask(words, go) {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", "ask-words");
  dialog.innerHTML = '<form method="dialog"><h2 id="ask-words"></h2><div class="acts">' +
    '<button class="main" value="yes">确定</button><button value="">不，返回</button></div></form>';
  dialog.querySelector("h2").textContent = words;
  dialog.addEventListener("close", () => { dialog.remove(); if (dialog.returnValue) go(); });
  document.body.append(dialog);
  dialog.showModal();
}

function confirmed(event) {
  const source = event.type === "submit" ? event.submitter || event.target : event.target.closest("a[data-confirm]");
  const words = source?.dataset.confirm || (event.type === "submit" && event.target.dataset.confirm);
  if (!words || source.dataset.sure) return;
  event.preventDefault();
  ask(words, () => {
    source.dataset.sure = "1";
    if (event.type === "submit") event.target.requestSubmit(event.submitter);
    else source.click();
    delete source.dataset.sure;
  });
}

function keys(table) {
  const rows = () => all("tbody tr", table);
  const move = (step) => {
    const list = rows(), here = list.findIndex((row) => row.classList.contains("here"));
    const next = list[Math.min(Math.max(here + step, 0), list.length - 1)];
    list[here]?.classList.remove("here");
    next?.classList.add("here");
    next?.scrollIntoView({ block: "nearest" });
  };
  const acts = {
    j: () => move(1),
    k: () => move(-1),
    x: () => table.querySelector(".here .pick input")?.click(),
    Enter: () => table.querySelector(".here a[href]")?.click(),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, a, button, summary, dialog");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  });
}

function picking(name) {
  const boxes = all(`input[type=checkbox][name="${name}"]`);
  const whole = document.querySelector(`[data-pick-all="${name}"]`);
  const tell = () => {
    const count = boxes.filter((box) => box.checked).length;
    all(`[data-picked="${name}"]`).forEach((place) => { place.textContent = `已选 ${count} 件`; });
    if (whole) [whole.checked, whole.indeterminate] = [count === boxes.length && count > 0, count > 0 && count < boxes.length];
  };
  whole?.addEventListener("change", () => { boxes.forEach((box) => { box.checked = whole.checked; }); tell(); });
  boxes.forEach((box) => box.addEventListener("change", tell));
  tell();
}

function elder(event) {
  event.preventDefault();
  const link = event.currentTarget, on = document.documentElement.classList.toggle("elder");
  document.cookie = `elder=${on ? 1 : 0}; path=/; max-age=31536000; samesite=lax`;
  link.textContent = on ? "标准版" : "长辈版";
  link.href = link.href.replace(/on=[01]/, `on=${on ? 0 : 1}`);
}

all("form[data-autosave]").forEach(autosave);
all("textarea[maxlength]").forEach(counter);
all("table[data-keys]").forEach(keys);
new Set(all("[data-pick-all]").map((box) => box.dataset.pickAll)).forEach(picking);
all("[data-print]").forEach((button) => { button.hidden = false; button.addEventListener("click", () => print()); });
all("[data-elder]").forEach((link) => link.addEventListener("click", elder));
document.querySelector("[data-focus]")?.focus();
document.addEventListener("submit", confirmed);
document.addEventListener("click", (event) => {
  confirmed(event);
  all("details.drop[open]").forEach((drop) => { if (!drop.contains(event.target)) drop.open = false; });
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") all("details.drop[open]").forEach((drop) => { drop.open = false; });
});
addEventListener("beforeprint", () => all("details:not(.drop, .small-menu)").forEach((part) => { part.open = true; }));
