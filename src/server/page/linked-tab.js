/**
 * A link with `?query=`, and perhaps `variables=`, leads to one tab however often it is followed. GraphiQL looks for the tab by the query and
 * by the variables seen last, which are those of any tab, and opens one more where it finds none; at the first visit it shows the query in
 * the place of the first example. So the tab is there, and the variables are its own, before GraphiQL looks.
 */
window.withLinkedTab = (options) => {
  const { searchParams } = new URL(location.href);
  const [query, variables] = ['query', 'variables'].map((name) => searchParams.get(name));
  if (query === null) return options;
  const tabOf = (tab) => {
    const [, operationName = null] = /^(?!#).*(?:query|mutation|subscription)\s+(\w+)/m.exec(tab.query) ?? [];
    return { ...tab, id: String(Math.random()), title: operationName ?? '<untitled>', operationName, response: null };
  };
  const kept = JSON.parse(localStorage.getItem('graphiql:tabState'));
  const tabs = kept?.tabs ?? options.defaultTabs.map(tabOf);
  const isMeant = (tab) => tab.query === query && (variables === null || tab.variables === variables);
  if (!tabs.some(isMeant)) tabs.push(tabOf({ query, variables, headers: null }));
  const activeTabIndex = tabs.findIndex(isMeant);
  localStorage.setItem('graphiql:tabState', JSON.stringify({ tabs, activeTabIndex }));
  localStorage.setItem('graphiql:variables', tabs[activeTabIndex].variables ?? '');
  return options;
};
