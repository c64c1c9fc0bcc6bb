/** Apollo Client and what it needs are a file of their own: pages of visitors do without. Once it has come, this costs nothing. */
export const loadApollo = () => import('./apollo');
