// Put into the window by the bench: what it is busy with, when keys are painted, what the program answers.
if (!window.probe) {
  const probe = (window.probe = { longest: 0, keys: [], answers: [] });

  // A heartbeat: the longest time for which nothing else was let run.
  let last = performance.now();
  const beat = () => {
    const now = performance.now();
    probe.longest = Math.max(probe.longest, now - last);
    last = now;
    setTimeout(beat, 4);
  };
  beat();

  // A key is painted when the frame after it has been drawn.
  document.addEventListener(
    "keydown",
    () => {
      const began = performance.now();
      requestAnimationFrame(() => setTimeout(() => probe.keys.push(performance.now() - began)));
    },
    true,
  );

  // The program answers over a protocol of its own.
  const ask = window.fetch;
  window.fetch = async (...question) => {
    const began = performance.now();
    const answer = await ask(...question);
    const command = decodeURIComponent(new URL(question[0], location.href).pathname.slice(1));
    void answer
      .clone()
      .arrayBuffer()
      .then((body) => probe.answers.push({ command, took: performance.now() - began, bytes: body.byteLength }));
    return answer;
  };
}
