/**
 * The bar of GraphiQL's page: what the last query cost, a switch for dry runs and one for traces. It looks at the requests that the page
 * sends to the gateway, and adds the headers that the switches stand for.
 */
(() => {
  const bar = document.querySelector('.cost-bar');
  const switches = [...bar.querySelectorAll('button')];
  const cost = bar.querySelector('[role=status]');
  const isOn = (button) => button.getAttribute('aria-pressed') === 'true';
  const press = (button, on) => button.setAttribute('aria-pressed', String(on));
  for (const button of switches)
    button.addEventListener('click', () => {
      const on = !isOn(button);
      for (const one of switches) press(one, one === button && on);
    });

  const number = (value, unit) => `${value.toLocaleString('en-US')} ${unit}${value === 1 ? '' : 's'}`;
  const calls = (sums) => {
    const labels = Object.entries(sums.byLimit).map(([label, count]) => `${count.toLocaleString('en-US')} ${label}`);
    return number(sums.calls, 'call') + (labels.length > 0 ? ` (${labels.join(', ')})` : '');
  };
  const delay = ({ seconds }) => `Zoom’s limits delay them by ${seconds} s`;

  const wordsOf = ({ extensions, errors = [] }, seconds) => {
    const zoom = extensions?.zoom;
    const refusal = errors.find((error) => error.extensions?.cost)?.extensions.cost;
    if (zoom?.dryRun) return `Dry run: ${calls(zoom.dryRun)} at most, ${delay(zoom.dryRun)}.`;
    if (refusal) return `Refused: ${calls(refusal)} at most, ${delay(refusal)}.`;
    if (!zoom) return '';
    const saved = zoom.cached + zoom.coalesced;
    const waited = zoom.waitedMs > 0 ? `, of which ${(zoom.waitedMs / 1000).toFixed(1)} s for Zoom’s limits` : '';
    return `${calls(zoom)} in ${seconds} s${waited}${saved > 0 ? `; ${number(saved, 'read')} saved` : ''}.`;
  };

  const { fetch } = window;
  window.fetch = async (target, init) => {
    const { body } = init ?? {};
    const isOperation = typeof body === 'string' ? !body.includes('IntrospectionQuery') : body instanceof FormData;
    if (!isOperation) return fetch(target, init);
    const headers = new Headers(init.headers);
    for (const button of switches) if (isOn(button)) headers.set(button.dataset.header, '1');
    cost.textContent = 'Running …';
    const began = performance.now();
    const show = (text) => {
      cost.textContent = text;
    };
    try {
      const response = await fetch(target, { ...init, headers });
      // Of a subscription each event says what it cost; a copy of the stream would keep all of them.
      if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
        show('Subscribed. Events come as they happen.');
        return response;
      }
      response
        .clone()
        .json()
        .then((result) => show(wordsOf(result, ((performance.now() - began) / 1000).toFixed(1))))
        .catch(() => show(''));
      return response;
    } catch (error) {
      show('');
      throw error;
    }
  };
})();
