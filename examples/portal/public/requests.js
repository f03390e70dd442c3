/** Asks the portal's own backend. Rejects when it does not answer as it should; the error has its `status`. */
export async function ask(method, path, body) {
  const response = await fetch(path, {
    method,
    ...(body && {headers: {'content-type': 'application/json'}, body: JSON.stringify(body)}),
  });
  // The login has ended, or the portal was started anew.
  if (response.status === 401) location.assign('/');
  if (!response.ok) throw Object.assign(new Error(`${method} ${path}: ${response.status}`), {status: response.status});
  return response.status === 204 ? undefined : response.json();
}
