// A browser that writes straight to disk: the browser's own private files stand in for what its dialog gives.

/** From now on the page's dialog chooses the name that is suggested; with `refuse`, the person closes it. */
export const withDisk = (page, { refuse = false } = {}) =>
  page.evaluate((refuse) => {
    window.chosen = [];
    window.showSaveFilePicker = async ({ suggestedName }) => {
      window.chosen.push(suggestedName);
      if (refuse) throw new DOMException('The user aborted a request.', 'AbortError');
      return (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
    };
  }, refuse);

/** The names that were suggested. */
export const chosenNames = (page) => page.evaluate(() => window.chosen);

/** What stands on disk under a name. */
export const onDisk = (page, name) =>
  page.evaluate(async (name) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(name);
    return (await handle.getFile()).text();
  }, name);
