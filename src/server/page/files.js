/**
 * Files from GraphiQL's page: whoever executes an operation that takes some is asked for them, and they are sent as the GraphQL multipart
 * request specification says. `data-inputs` of the dialog names the fields of inputs that take a file, by the type of the input.
 */
(() => {
  const dialog = document.querySelector('dialog.files');
  const inputs = JSON.parse(dialog.dataset.inputs);
  const fields = dialog.querySelector('div');

  /** The variables that the operation declares. */
  const declared = ({ query, operationName }) => {
    const from = operationName ? Math.max(0, query.search(new RegExp(`\\b${operationName}\\b`))) : 0;
    const [, variables = ''] = /^[^({]*\(([^)]*)\)/.exec(query.slice(from)) ?? [];
    return [...variables.matchAll(/\$(\w+)\s*:\s*(\w+)/g)];
  };
  /** Where a file is missing, as paths within the variables. */
  const missing = (operation) => {
    const { variables = {} } = operation;
    return declared(operation).flatMap(([, name, type]) => {
      const value = variables[name];
      if (type === 'File') return value ? [] : [[name]];
      return value ? (inputs[type] ?? []).filter((field) => !value[field]).map((field) => [name, field]) : [];
    });
  };

  /** The files that are chosen for the paths; undefined when nobody wants to. */
  const ask = (paths) =>
    new Promise((resolve) => {
      const pickers = paths.map((path) => {
        const label = document.createElement('label');
        const picker = Object.assign(document.createElement('input'), { type: 'file', required: true });
        label.append(`$${path.join('.')} `, picker);
        return { label, picker };
      });
      fields.replaceChildren(...pickers.map(({ label }) => label));
      dialog.returnValue = '';
      dialog.addEventListener(
        'close',
        () => resolve(dialog.returnValue === 'send' ? pickers.map(({ picker }) => picker.files[0]) : undefined),
        { once: true },
      );
      dialog.showModal();
    });

  /** The form of the specification: null in the place of each file, and the files as parts. */
  const formOf = (operation, paths, files) => {
    const variables = { ...operation.variables };
    for (const [name, field] of paths) variables[name] = field ? { ...variables[name], [field]: null } : null;
    const form = new FormData();
    form.set('operations', JSON.stringify({ ...operation, variables }));
    form.set('map', JSON.stringify(Object.fromEntries(paths.map((path, i) => [i, [`variables.${path.join('.')}`]]))));
    for (const [i, file] of files.entries()) form.set(String(i), file);
    return form;
  };

  const { fetch } = window;
  window.fetch = async (target, init) => {
    const { body } = init ?? {};
    if (typeof body !== 'string' || !body.includes('$')) return fetch(target, init);
    const operation = JSON.parse(body);
    const paths = missing(operation);
    if (paths.length === 0) return fetch(target, init);
    const files = await ask(paths);
    if (!files) throw new Error('No file was chosen, and nothing was sent.');
    const headers = new Headers(init.headers);
    headers.delete('content-type');
    headers.set('graphql-require-preflight', '1');
    return fetch(target, { ...init, headers, body: formOf(operation, paths, files) });
  };
})();
