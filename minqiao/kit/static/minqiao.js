/* What a page can do a little better with a script. Every page works without it.
   form[data-autosave=URL]  posts itself there when changed; says when it was saved, goes on where the answer says
   [data-confirm=words]     asks before the form is sent or the link followed
   textarea[maxlength]      counts characters
   table or list[data-keys] j k move, x picks, Enter opens the row's first link
   [data-pick-all]          picks all boxes in the .pick cells of its form; [data-picked] says how many
   .boxes, [data-rows]      grow by one box or row on demand; long .picker and select get a box that narrows them
   [data-print]             prints the page; [data-elder] switches the look without losing what was typed
*/
"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const clock = () => new Date().toTimeString().slice(0, 5);

function autosave(form) {
  const said = form.querySelector("[data-saved]") || form.appendChild(document.createElement("p"));
  said.className = "saved";
  said.setAttribute("role", "status");
  let timer, asked = false, busy = false, waiting = null;
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
      const kept = answer.headers.get("content-type")?.includes("json") ? await answer.json() : {};
      if (!answer.ok || answer.redirected) throw new Error(kept.why || "内容还在本页，请稍后点保存");
      if (kept.saved !== false) said.textContent = `已自动保存 ${clock()}`;
      goOn(form, kept);
    } catch (fault) {
      const why = fault.name === "Error" ? fault.message : "内容还在本页，请稍后点保存";
      said.textContent = `${clock()} 未能自动保存，${why}`;
    }
    busy = false;
    if (waiting) form.requestSubmit(waiting);
    else if (asked) later();
  }
  form.addEventListener("input", later);
  form.addEventListener("submit", (event) => {
    asked = false;
    clearTimeout(timer);
    if (!busy) return;
    waiting = event.submitter;  // sent when what is being saved has arrived
    event.preventDefault();
  });
}

function goOn(form, kept) {
  if (kept.page) {
    history.replaceState(null, "", kept.page);
    form.action = kept.page;
    form.dataset.autosave = kept.autosave;
  }
  if (!kept.seen) return;
  const seen = form.elements.seen || form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: "seen" }));
  seen.value = kept.seen;
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
  const rows = () => all(":scope > tbody > tr, :scope > li", table);
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

function picking(whole) {
  const root = whole.closest("form") || document;
  const boxes = all("td.pick input[type=checkbox]", root);
  const tell = () => {
    const count = boxes.filter((box) => box.checked).length;
    all("[data-picked]", root).forEach((place) => { place.textContent = `已选 ${count} 件`; });
    [whole.checked, whole.indeterminate] = [count === boxes.length && count > 0, count > 0 && count < boxes.length];
  };
  whole.addEventListener("change", () => { boxes.forEach((box) => { box.checked = whole.checked; }); tell(); });
  boxes.forEach((box) => box.addEventListener("change", tell));
  tell();
}

function grow(boxes) {
  if (!/^第\d+条$/.test([...boxes.querySelectorAll(".box-label")].at(-1)?.textContent)) return;
  const button = boxes.appendChild(document.createElement("button"));
  button.type = "button";
  button.textContent = "再加一条";
  button.addEventListener("click", () => {
    const [label, box] = [".box-label", "[name]"].map((part) => all(part, boxes).at(-1).cloneNode(true));
    const number = all(".box-label", boxes).length + 1;
    label.textContent = `第${number}条`;
    label.htmlFor = box.id = `${boxes.id}_${number}`;
    box.value = "";
    button.before(label, box);
    box.focus();
  });
}

function growRows(set) {
  const button = set.appendChild(document.createElement("button"));
  button.type = "button";
  button.textContent = "再加一项";
  button.addEventListener("click", () => {
    const rows = all(":scope > .row", set), row = rows.at(-1).cloneNode(true);
    all("[name]", row).forEach((box) => {
      box.value = "";
      box.setAttribute("aria-label", box.getAttribute("aria-label").replace(/\d+/, rows.length + 1));
    });
    button.before(row);
    row.querySelector("[name]").focus();
  });
}

function narrow(list) {
  const options = list.matches("select") ? [...list.options] : [...list.children];
  if (options.length < 16) return;
  const finder = document.createElement("input");
  finder.type = "search";
  finder.className = "finder";
  finder.placeholder = "输入几个字，缩小范围";
  finder.setAttribute("aria-label", "输入几个字，缩小下面的范围");
  list.before(finder);
  finder.addEventListener("input", () => {
    const fits = (option) => !option.value && option.matches("option") || option.textContent.includes(finder.value.trim());
    if (list.matches("select")) {
      const chosen = list.value, left = options.filter(fits), named = left.filter((option) => option.value);
      list.replaceChildren(...left);
      list.value = finder.value && named.length === 1 ? named[0].value : chosen;
      if (list.selectedIndex < 0) list.selectedIndex = 0;
    } else options.forEach((option) => { option.hidden = !fits(option) && !option.querySelector(":checked"); });
  });
  finder.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
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
all(".boxes[id]").forEach(grow);
all("[data-rows]").forEach(growRows);
all(".picker, .field select:not([multiple])").forEach(narrow);
all("[data-keys]").forEach(keys);
all("[data-pick-all]").forEach(picking);
all("[data-print]").forEach((button) => { button.hidden = false; button.addEventListener("click", () => print()); });
all("[data-elder]").forEach((link) => link.addEventListener("click", elder));
document.querySelector("[data-focus]")?.focus();
document.addEventListener("submit", confirmed);
document.addEventListener("click", (event) => {
  confirmed(event);
  if (event.target.matches("td.pick")) event.target.querySelector("input")?.click();
  all("details.drop[open]").forEach((drop) => { if (!drop.contains(event.target)) drop.open = false; });
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") all("details.drop[open]").forEach((drop) => { drop.open = false; });
});
addEventListener("beforeprint", () => all("details:not(.drop, .small-menu)").forEach((part) => { part.open = true; }));
